/// Percent-encoding of addresses, RFC 3986 section 2.
enum PercentEncoding {
    /// One part of an address (a segment, a name or value of a query, a fragment): everything but letters, digits and `-._~` is encoded.
    static func encode(_ part: String) -> String {
        // Nearly every slug and token is what it was.
        if part.utf8.allSatisfy(isUnreserved) { return part }
        return encode(part.utf8.lazy.map { ($0, isUnreserved($0)) })
    }

    /// An address with names and values added to its query, before its fragment: `x=y&z=1`, a space as `%20`.
    static func adding(query pairs: [(String, String)], to address: String) -> String {
        guard !pairs.isEmpty else { return address }
        let base = address.before("#")
        let separator = base.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
        let query = pairs.map { "\(encode($0))=\(encode($1))" }.joined(separator: "&")
        return base + separator + query + address[base.endIndex...]
    }

    /// A written address or the rest of one: what may stand in it stays, percent-encoded bytes included, everything else is encoded.
    /// Nil for control characters, which browsers drop, and for backslashes, which they read as slashes.
    static func repair(_ address: ArraySlice<UInt8>) -> String? {
        guard !address.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else { return nil }
        return encode(address.indices.lazy.map { (address[$0], mayStay(at: $0, of: address)) })
    }

    private static func mayStay(at index: Int, of address: ArraySlice<UInt8>) -> Bool {
        guard address[index] == UInt8(ascii: "%") else { return isUnreserved(address[index]) || reserved.contains(address[index]) }
        let digits = address[(index + 1)...].prefix(2)
        return digits.count == 2 && digits.allSatisfy(isHexadecimal)
    }

    private static func encode(_ bytes: some Sequence<(UInt8, Bool)>) -> String {
        var encoded: [UInt8] = []
        for (byte, stays) in bytes {
            if stays {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static let reserved = Array(":/?#[]@!$&'()*+,;=".utf8)
    private static let hexadecimal = Array("0123456789ABCDEF".utf8)

    static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
        default: false
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}

extension String {
    /// What stands before the first of these ASCII signs; everything if there is none.
    func before(_ signs: String) -> Substring {
        self[..<(utf8.firstIndex { signs.utf8.contains($0) } ?? endIndex)]
    }
}
