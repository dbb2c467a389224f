/// The little text work that mail needs, on bytes.
enum MailBytes {
    /// The lines of `bytes` without their ends (CRLF or LF), one by one; a last line without an end counts.
    static func lines(_ bytes: ArraySlice<UInt8>) -> some Sequence<ArraySlice<UInt8>> {
        sequence(state: bytes) { rest -> ArraySlice<UInt8>? in
            guard !rest.isEmpty else { return nil }
            let end = rest.firstIndex(of: 10) ?? rest.endIndex
            var line = rest[..<end]
            if line.last == 13 { line.removeLast() }
            rest = rest[min(end + 1, rest.endIndex)...]
            return line
        }
    }

    /// The bytes as text; what is not UTF-8 is replaced, control characters become spaces.
    static func text(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes.map { $0 < 32 || $0 == 127 ? 32 : $0 }, as: UTF8.self)
    }

    /// ASCII letters in lower case, the rest as it is.
    static func lowered(_ text: String) -> String {
        String(decoding: text.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    }

    /// Without spaces at both ends.
    static func trimmed(_ text: String) -> String {
        let bytes = text.utf8.drop(while: { $0 == 32 || $0 == 9 })
        guard let last = bytes.lastIndex(where: { $0 != 32 && $0 != 9 }) else { return "" }
        return String(decoding: bytes[...last], as: UTF8.self)
    }

    /// Printable, single spaces, at most 300 bytes: for a log.
    static func summary(_ words: String) -> String {
        let pieces = words.utf8.map { (33...126).contains($0) ? $0 : 32 }.split(separator: 32)
        return String(decoding: Array(pieces.joined(separator: [32])).prefix(300), as: UTF8.self)
    }

    /// Quoted-printable undone; what is badly written stays as it is.
    static func withoutQuotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte != UInt8(ascii: "=") {
                result.append(byte)
            } else if rest.starts(with: [13, 10]) {
                rest = rest.dropFirst(2)
            } else if rest.first == 10 {
                rest = rest.dropFirst()
            } else if let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2 {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return result
    }
}
