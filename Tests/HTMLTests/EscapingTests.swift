import HTML
import Testing

@Suite("Words stay words")
struct EscapingTests {
    /// What each byte becomes, written down a second time.
    private static let references: [UInt8: String] = [0x22: "&quot;", 0x26: "&amp;", 0x27: "&#39;", 0x3C: "&lt;", 0x3E: "&gt;"]

    @Test("Every ASCII byte is itself or its reference")
    func everyASCIIByte() {
        for byte in UInt8.min...0x7F {
            let text = String(Unicode.Scalar(byte))
            #expect(HTML(text: "a\(text)b").utf8 == Array("a\(Self.references[byte] ?? text)b".utf8))
        }
    }

    @Test("Every byte from 128 on passes unchanged inside its character")
    func everyOtherByte() {
        let scalars = stride(from: UInt32(0x80), through: 0x10FFFF, by: 61).compactMap { Unicode.Scalar($0) }
        let text = String(String.UnicodeScalarView(scalars))
        #expect(Set(text.utf8) == Set(0x80...0xF4).subtracting([0xC0, 0xC1]), "all bytes that UTF-8 uses")
        #expect(HTML(text: text).utf8 == Array(text.utf8))
    }

    @Test(
        "A sign followed by combining marks is escaped, though it is one Character", arguments: [0x22, 0x26, 0x27, 0x3C, 0x3E] as [UInt8])
    func combiningMarks(byte: UInt8) throws {
        for mark in ["\u{301}", "\u{338}", "\u{20D2}", "\u{FE0F}", "\u{200D}", "\u{E0100}"] {
            let sign = String(Unicode.Scalar(byte)) + mark
            let reference = try #require(Self.references[byte])
            #expect(HTML(text: sign).utf8 == Array((reference + mark).utf8))
        }
    }

    @Test("Signs at the beginning, at the end and side by side are all escaped")
    func edges() {
        #expect(HTML(text: "").isEmpty)
        #expect(HTML(text: "<").description == "&lt;")
        #expect(HTML(text: "<<a>>").description == "&lt;&lt;a&gt;&gt;")
        #expect(HTML(text: "&amp;").description == "&amp;amp;")
    }

    @Test("A slice of a string is escaped from its own beginning to its own end")
    func slices() {
        let words = "<one><two>"
        let html: HTML = "\(words.dropFirst(5))"
        #expect(html.description == "&lt;two&gt;")
    }

    @Test("Whatever is escaped holds no sign of markup and reads back as it was")
    func randomWords() {
        var numbers = SeededNumbers(seed: 17)
        let alphabet = ["<", ">", "&", "\"", "'", "&lt;", "</script>", "<!--", "-->", "\u{301}", "é", "a", " ", "\r\n", "\0", "\u{2028}"]
        for _ in 0..<5_000 {
            let words = numbers.text(from: alphabet, length: 24)
            let escaped = HTML(text: words).description
            #expect(!escaped.utf8.contains { "<>\"'".utf8.contains($0) })
            #expect(Array(unescaped(escaped).utf8) == Array(words.utf8))
        }
    }

    /// What a browser shows for escaped words: every reference replaced, an unknown one left out so that it fails the comparison.
    private func unescaped(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "&" else {
                scalars.append(scalar)
                continue
            }
            let reference = "&" + String(String.UnicodeScalarView(rest.prefix { $0 != ";" })) + ";"
            rest = rest.drop { $0 != ";" }.dropFirst()
            for (byte, known) in Self.references where known.utf8.elementsEqual(reference.utf8) { scalars.append(Unicode.Scalar(byte)) }
        }
        return String(scalars)
    }
}
