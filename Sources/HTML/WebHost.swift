/// The host and port of an address, checked and in lower case: `example.org`, `été.example:8443`, `[::1]`.
struct WebHost: CustomStringConvertible {
    let description: String

    /// Nil if the bytes between `//` and the path are more or less than a host and perhaps a port.
    init?(_ authority: ArraySlice<UInt8>, impliedPort: String) {
        let isBracketed = authority.first == UInt8(ascii: "[")
        let afterBracket = authority.firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 }
        let end = isBracketed ? afterBracket : authority.firstIndex(of: UInt8(ascii: ":"))
        let host = authority[..<(end ?? authority.endIndex)]
        guard let port = Self.port(authority[host.endIndex...]), isBracketed ? Self.isAddress(host) : Self.isName(host) else { return nil }
        let name = String(decoding: host, as: UTF8.self).lowercased()
        description = port.isEmpty || port == impliedPort ? name : "\(name):\(port)"
    }

    /// The digits after the colon, empty without a port, nil if something else follows the host.
    private static func port(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let colon = bytes.first else { return "" }
        let digits = bytes.dropFirst()
        guard colon == UInt8(ascii: ":"), digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        let text = String(decoding: digits, as: UTF8.self)
        return text.isEmpty ? text : UInt16(text).map(String.init)
    }

    /// Whether the bytes are an IPv6 address in brackets, as far as a link needs to know.
    private static func isAddress(_ host: ArraySlice<UInt8>) -> Bool {
        host.count > 3 && host.last == UInt8(ascii: "]")
            && host.dropFirst().dropLast().allSatisfy {
                PercentEncoding.isHexadecimal($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
            }
    }

    /// Whether every label is made of letters, digits and marks of any script, `-` and `_`, and begins with no mark. Signs that browsers
    /// turn into dots or slashes (`℀`, `。`, `／`) are none of these, and neither is `@`.
    private static func isName(_ host: ArraySlice<UInt8>) -> Bool {
        let labels = String(decoding: host, as: UTF8.self).unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
        return labels.allSatisfy { label in
            label.first.map { !isMark($0) } == true && label.allSatisfy { isLetterOrDigit($0) || isMark($0) || $0 == "-" || $0 == "_" }
        }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
        default: false
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .spacingMark
    }
}
