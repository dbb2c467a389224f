/// `application/x-www-form-urlencoded`, read by bytes as WHATWG URL section 5.1 says, except that text must be UTF-8 without NUL.
enum FormEncoding {
    /// The pairs in the order sent. A `%` that does not begin two hexadecimal digits stands for itself.
    /// Throws 400 for what is not UTF-8, holds a NUL, or has more pairs.
    static func pairs(_ bytes: some Collection<UInt8>, atMost limit: Int) throws(WebFailure) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        for piece in bytes.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < limit else { throw .badRequest("more than \(limit) fields") }
            let equals = piece.firstIndex(of: UInt8(ascii: "="))
            let name = try text(piece[..<(equals ?? piece.endIndex)], plusIsSpace: true)
            let value = try equals.map { (at) throws(WebFailure) in try text(piece[piece.index(after: at)...], plusIsSpace: true) }
            pairs.append((name, value ?? ""))
        }
        return pairs
    }

    /// Percent-decoded text. Throws 400 if it is not UTF-8 or holds a NUL.
    static func text(_ bytes: some Collection<UInt8>, plusIsSpace: Bool) throws(WebFailure) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+"), plusIsSpace {
                decoded.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let value = hexadecimal(rest.prefix(2)) {
                rest = rest.dropFirst(2)
                decoded.append(value)
            } else {
                decoded.append(byte)
            }
        }
        guard !decoded.contains(0) else { throw .badRequest("a NUL in the text") }
        // Validating looks at each character; most of what comes is ASCII.
        if decoded.allSatisfy({ $0 < 0x80 }) { return String(decoding: decoded, as: UTF8.self) }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .badRequest("text that is not UTF-8") }
        return text
    }

    private static func hexadecimal(_ digits: some Collection<UInt8>) -> UInt8? {
        guard digits.count == 2 else { return nil }
        var value: UInt8 = 0
        for digit in digits {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | (digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | (digit - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | (digit - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        return value
    }
}
