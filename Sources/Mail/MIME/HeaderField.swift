internal import struct Foundation.Data

/// One line of a message's head. No value can start another line: control characters are dropped from every value, and only the folding
/// made here puts a CRLF into a field (RFC 5322, RFC 2047).
struct HeaderField {
    private let name: StaticString
    private let value: String

    /// A field whose value is a technical term: an address, a date, an identifier.
    init(_ name: StaticString, _ term: String) {
        self.name = name
        self.value = Self.withoutControls(term)
    }

    /// A field of words, such as the subject.
    init(_ name: StaticString, words: String) {
        self.name = name
        let text = Self.withoutControls(words)
        self.value = Self.isPlain(text) ? text : Self.encoded(text)
    }

    /// A field that names a person or a site and its mailbox: `"Socle" <socle@example.org>`.
    init(_ name: StaticString, display: String, mailbox: Mailbox) {
        self.name = name
        let text = Self.withoutControls(display)
        let isQuotable = Self.isPlain(text) && !text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
        let phrase = text.isEmpty ? "" : isQuotable ? "\"\(text)\" " : Self.encoded(text) + "\r\n "
        self.value = "\(phrase)<\(mailbox.address)>"
    }

    /// The field as it is sent, with its line end.
    var line: String { "\(name): \(value)\r\n" }

    private static func withoutControls(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var isGap = false
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator:
                isGap = true
            default:
                if isGap, !scalars.isEmpty { scalars.append(" ") }
                isGap = false
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// Short printable ASCII that no reader could take for an encoded word; the rest is encoded.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.count <= 64 && text.utf8.allSatisfy { $0 >= 32 && $0 < 127 } && !text.contains("=?")
            && text.utf8.first != 32 && text.utf8.last != 32
    }

    /// Encoded words of at most 64 characters, one a line, each holding whole characters.
    private static func encoded(_ text: String) -> String {
        var words: [String] = []
        var bytes: [UInt8] = []
        func close() {
            guard !bytes.isEmpty else { return }
            words.append("=?utf-8?B?\(Data(bytes).base64EncodedString())?=")
            bytes = []
        }
        for scalar in text.unicodeScalars {
            let next = Array(String(scalar).utf8)
            if bytes.count + next.count > 39 { close() }
            bytes += next
        }
        close()
        return words.joined(separator: "\r\n ")
    }
}
