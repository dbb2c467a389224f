extension FileKind {
    /// The longest side of a picture that is taken, in pixels.
    private static let longestSide = 20_000

    /// Whether a picture of this kind is there from its beginning to its end, with a size that makes sense: one that was cut off on its way
    /// shows half a logo, or none. Other kinds of files are not looked into.
    public func isWhole(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .png: Self.isWholePNG(bytes)
        case .jpeg: Self.isWholeJPEG(bytes)
        case .webp: Self.isWholeWebP(bytes)
        case .pdf, .zip: true
        }
    }

    /// Chunks from IHDR to IEND, which is the last thing in the file (PNG specification, section 5).
    private static func isWholePNG(_ bytes: [UInt8]) -> Bool {
        guard text(bytes, 12) == "IHDR", isSane(number(bytes, 16, 4)), isSane(number(bytes, 20, 4)) else { return false }
        var place = 8
        while let length = number(bytes, place, 4), let name = text(bytes, place + 4) {
            place += 12 + length
            if name == "IEND" { return place == bytes.count }
        }
        return false
    }

    /// Segments up to the first scan, one of which gives the size; the end of the image is the end of the file (ITU-T T.81, annex B).
    private static func isWholeJPEG(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 4, bytes.suffix(2) == [0xFF, 0xD9] else { return false }
        var place = 2
        var isSized = false
        while let mark = number(bytes, place, 2), mark >> 8 == 0xFF, let length = number(bytes, place + 2, 2), length >= 2 {
            if mark == 0xFFDA { return isSized && place + 2 + length < bytes.count - 2 }
            // Start of frame, but for the three marks among them that mean something else.
            if (0xFFC0...0xFFCF).contains(mark), ![0xFFC4, 0xFFC8, 0xFFCC].contains(mark) {
                isSized = isSane(number(bytes, place + 5, 2)) && isSane(number(bytes, place + 7, 2))
            }
            place += 2 + length
        }
        return false
    }

    /// One RIFF container that is as long as it says, with a picture in it (RFC 9649, section 2.3).
    private static func isWholeWebP(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 30, let first = text(bytes, 12) else { return false }
        let length = bytes[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
        return length + 8 == bytes.count && ["VP8 ", "VP8L", "VP8X"].contains(first)
    }

    private static func isSane(_ side: Int?) -> Bool {
        side.map { (1...longestSide).contains($0) } ?? false
    }

    /// The number in these bytes, the greatest first; nil past the end.
    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
        guard start + count <= bytes.count else { return nil }
        return bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    }

    /// Four bytes as letters; nil past the end.
    private static func text(_ bytes: [UInt8], _ start: Int) -> String? {
        guard start + 4 <= bytes.count else { return nil }
        return String(decoding: bytes[start..<start + 4], as: UTF8.self)
    }
}
