/// What the bytes of a file mean. The first cell with a byte beyond ASCII decides for the whole file: text in Windows-1252 is hardly ever
/// valid UTF-8 by accident. A file that began as UTF-8 and goes on otherwise is refused rather than garbled.
struct CSVEncoding: Sendable {
    private enum Kind {
        case undecided, utf8, windows1252
    }

    private var kind = Kind.undecided

    /// The words of a cell; nil if they are not in the encoding of the cells before.
    mutating func text(_ bytes: [UInt8]) -> String? {
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        if kind == .windows1252 { return Self.windows1252(bytes) }
        if let text = String(validating: bytes, as: UTF8.self) {
            kind = .utf8
            return text
        }
        guard kind == .undecided else { return nil }
        kind = .windows1252
        return Self.windows1252(bytes)
    }

    private static func windows1252(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append((0x80...0x9F).contains(byte) ? special[Int(byte) - 0x80] : Unicode.Scalar(byte))
        }
        return String(text)
    }

    /// 0x80...0x9F by the WHATWG Encoding Standard, where the five bytes that Windows leaves free stand for control characters.
    private static let special: [Unicode.Scalar] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}", "\u{90}", "‘", "’", "“", "”", "•",
        "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]
}
