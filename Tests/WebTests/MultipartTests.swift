import Testing

@testable import Web

@Suite struct MultipartTests {
    private static let type = "multipart/form-data; boundary=----xy"

    private static func read(_ text: String, type: String = type) throws -> Fields {
        try read(Array(text.utf8), type: type)
    }

    private static func read(_ bytes: [UInt8], type: String = type) throws -> Fields {
        try #require(MultipartForm(contentType: type)).fields(bytes, atMost: 10)
    }

    private static func part(_ head: String, _ content: String) -> String {
        "------xy\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(content)\r\n"
    }

    @Test func `Fields and files are told apart, and files keep their bytes`() throws {
        let bytes =
            Array(Self.part("name=\"title\"", "Affiche é").utf8)
            + Array("------xy\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n".utf8)
            + [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x0D, 0x0A, 0x2D, 0x2D] + Array("\r\n------xy--\r\n".utf8)
        let fields = try Self.read(bytes)
        #expect(fields["title"] == "Affiche é")
        let upload = try #require(fields.uploads.first)
        #expect(upload.name == "file")
        #expect(upload.upload.name == "a.png")
        #expect(upload.upload.bytes.count == 13)
        #expect(upload.upload.kind == .png)
    }

    @Test func `A file field in which nothing was chosen is no file`() throws {
        let fields = try Self.read(Self.part("name=\"file\"; filename=\"\"", "") + "------xy--\r\n")
        #expect(fields.uploads.isEmpty)
        #expect(fields.pairs.isEmpty)
    }

    @Test(arguments: [
        ("..\\..\\etc\\passwd", "passwd"), ("/a/b/c.pdf", "c.pdf"), ("a\u{202E}fdp.exe", "afdp.exe"), ("%22x%22.pdf", "\"x\".pdf"),
    ])
    func `Names of files lose folders and what turns text around`(sent: String, kept: String) throws {
        let fields = try Self.read(Self.part("name=\"f\"; filename=\"\(sent)\"", "x") + "------xy--\r\n")
        #expect(fields.uploads.first?.upload.name == kept)
    }

    @Test(arguments: [
        "", "------xy", "------xy\r\n", "-----xy--\r\n", "------xy\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue",
        "------xy\r\nContent-Type: text/plain\r\n\r\nvalue\r\n------xy--\r\n",
        "------xy\r\nContent-Disposition: form-data; name=a\r\n\r\nvalue\r\n------xy--\r\n",
        "------xy\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\u{0}\r\n------xy--\r\n",
        "------xy\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n------xyz",
    ])
    func `What breaks off or has no name is refused`(text: String) {
        #expect(throws: WebFailure.self) { try Self.read(text) }
    }

    @Test func `Text that is not UTF-8, endless heads and too many parts are refused`() {
        #expect(throws: WebFailure.self) {
            try Self.read(Array(Self.part("name=\"a\"", "").utf8.dropLast(2)) + [0xFF, 0x0D, 0x0A] + Array("------xy--".utf8))
        }
        #expect(throws: WebFailure.self) {
            try Self.read(Self.part("name=\"\(String(repeating: "a", count: 5000))\"", "") + "------xy--\r\n")
        }
        #expect(throws: WebFailure.self) { try Self.read(String(repeating: Self.part("name=\"a\"", "b"), count: 11) + "------xy--\r\n") }
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=a", "multipart/form-data; boundary=a b",
        "multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=\"", "text/plain",
        "multipart/form-data; boundary=\(String(repeating: "a", count: 71))",
    ])
    func `Without a proper boundary it is no such form`(type: String) {
        #expect(MultipartForm(contentType: type) == nil)
    }

    @Test func `Whatever fields a browser sends are read back, and whatever breaks on the way ends the reading`() throws {
        var generator = Xorshift(state: 0x2545_F491_4F6C_DD1D)
        let pieces = ["a", "é", "\r\n", "--", "------x", "------xy", "=", ";", "name=\"b\"", "\r", "\n", " "]
        func words() -> String {
            (0..<Int.random(in: 0...6, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        }
        for _ in 0..<2000 {
            // No browser chooses a boundary that stands in what it sends.
            let sent = (0..<Int.random(in: 0...4, using: &generator)).map { (name: "field\($0)", value: words()) }
                .filter { !"\r\n\($0.value)".utf8.contains(Array("\r\n------xy".utf8)) }
            let whole = sent.map { Self.part("name=\"\($0.name)\"", $0.value) }.joined() + "------xy--\r\n"
            let read = try Self.read(whole).pairs
            #expect(read.map(\.name) == sent.map(\.name))
            #expect(read.map { Array($0.value.utf8) } == sent.map { Array($0.value.utf8) })
            var bytes = Array(whole.utf8)
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^= UInt8.random(in: 1...255, using: &generator)
            _ = try? Self.read(bytes)
        }
    }

    @Test(arguments: [
        (FileKind.pdf, "a.pdf", "a.pdf", "PDF"), (.png, "a.exe", "a.png", "PNG"), (.zip, "letter.docx", "letter.docx", "DOCX"),
        (.jpeg, "photo", "photo.jpg", "JPG"), (.pdf, ".pdf", ".pdf", "PDF"),
    ])
    func `A name gets an ending that fits what is inside`(kind: FileKind, name: String, named: String, label: String) {
        #expect(kind.named(name) == named)
        #expect(kind.label(of: name) == label)
    }

    @Test func `Pictures that carry scripts and pages are no kind of file`() {
        #expect(FileKind(Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)) == nil)
        #expect(FileKind(Array("<!doctype html>".utf8)) == nil)
        #expect(FileKind([]) == nil)
    }
}
