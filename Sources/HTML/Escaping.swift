extension [UInt8] {
    /// Appends words so that they stay words in text and in quoted attribute values.
    ///
    /// Works on bytes: a quote followed by a combining mark is one `Character` that equals no quote, and would pass unescaped.
    /// Stretches of harmless bytes are appended in one go.
    mutating func appendEscaped(_ text: some StringProtocol) {
        var text = String(text)
        text.withUTF8 { appendEscaped($0) }
    }

    private mutating func appendEscaped(_ source: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in source.indices {
            guard let reference = Self.reference(for: source[index]) else { continue }
            append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
            reference.withUTF8Buffer { append(contentsOf: $0) }
            start = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
    }

    /// The character reference that stands for a byte which means something in markup. The apostrophe's is numeric: XML and HTML both know it.
    @inline(__always)
    private static func reference(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
