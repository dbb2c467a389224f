import Testing
import Web

@Suite struct PictureTests {
    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", [0, 0, 0, 16, 0, 0, 0, 9, 8, 2, 0, 0, 0])
        + chunk("IDAT", [1, 2, 3, 4])
        + chunk("IEND", [])
    private static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x04, 0x4A, 0x46] + [0xFF, 0xC0, 0x00, 0x0B, 0x08, 0x00, 0x10, 0x00, 0x20, 0x01, 0x01, 0x11, 0x00]
        + [0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3F, 0x00] + [UInt8](repeating: 0x55, count: 20) + [0xFF, 0xD9]
    private static let webp: [UInt8] =
        Array("RIFF".utf8) + [0x18, 0, 0, 0] + Array("WEBPVP8L".utf8) + [0x0C, 0, 0, 0] + [0x2F] + [UInt8](repeating: 0, count: 11)

    static let whole: [(kind: FileKind, bytes: [UInt8])] = [(.png, png), (.jpeg, jpeg), (.webp, webp)]

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        [0, 0, 0, UInt8(data.count)] + Array(name.utf8) + data + [0, 0, 0, 0]
    }

    @Test func `A whole picture is taken`() {
        for (kind, bytes) in Self.whole {
            #expect(FileKind(bytes) == kind)
            #expect(kind.isWhole(bytes), "\(kind)")
        }
    }

    @Test func `A picture that was cut off anywhere is not`() {
        for (kind, bytes) in Self.whole {
            for count in 0..<bytes.count { #expect(!kind.isWhole(Array(bytes.prefix(count))), "\(kind) of \(count) bytes") }
        }
    }

    @Test func `A picture followed by something else is not`() {
        for (kind, bytes) in Self.whole { #expect(!kind.isWhole(bytes + [0x00, 0x01]), "\(kind)") }
    }

    @Test(arguments: [[0, 0, 0, 0], [0, 1, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF]] as [[UInt8]])
    func `A picture of no sane size is not`(side: [UInt8]) {
        var png = Self.png
        png.replaceSubrange(16..<20, with: side)
        #expect(!FileKind.png.isWhole(png))
        var jpeg = Self.jpeg
        jpeg.replaceSubrange(13..<15, with: [0, 0])
        #expect(!FileKind.jpeg.isWhole(jpeg))
    }

    @Test func `Chunks that claim more than there is end the reading`() {
        var png = Self.png
        png.replaceSubrange(33..<37, with: [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(!FileKind.png.isWhole(png))
    }
}
