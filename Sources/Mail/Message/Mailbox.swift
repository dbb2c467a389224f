internal import Foundation

/// An address that mail can be sent to, checked once where it enters: `amina@example.org`. It holds only characters that are
/// harmless in an SMTP command and in a header (RFC 5321 dot-atoms, no quoted local part, no comments, ASCII).
public struct Mailbox: Hashable, Sendable, CustomStringConvertible {
    /// What stands before the @, as written.
    public let local: String
    /// What stands behind the @, in lower case.
    public let domain: String

    /// The mailbox that a text names, or nil if it is none that can be written to.
    public init?(_ text: String) {
        let bytes = Array(Self.withASCIIDomain(text).utf8)
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")), bytes.count <= 254 else { return nil }
        let local = bytes[..<at]
        let domain = bytes[(at + 1)...]
        guard Self.isLocal(local), Self.isDomain(domain) else { return nil }
        self.local = String(decoding: local, as: UTF8.self)
        self.domain = String(decoding: domain, as: UTF8.self).lowercased()
    }

    /// The address as it is written: `local@domain`.
    public var address: String { "\(local)@\(domain)" }

    /// The address.
    public var description: String { address }

    /// A domain in another script is written the way name servers know it: `münchen.example` is `xn--mnchen-3ya.example`.
    private static func withASCIIDomain(_ text: String) -> String {
        guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { return text }
        let domain = text[text.utf8.index(after: at)...]
        let isPlain = { (scalar: Unicode.Scalar) in
            !scalar.isASCII || scalar.properties.isAlphabetic || "0123456789.-".unicodeScalars.contains(scalar)
        }
        guard !domain.utf8.allSatisfy({ $0 < 0x80 }), domain.unicodeScalars.allSatisfy(isPlain) else { return text }
        return URLComponents(string: "http://\(domain)/")?.encodedHost.map { "\(text[...at])\($0)" } ?? text
    }

    private static func isLocal(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard (1...64).contains(bytes.count) else { return false }
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
        }
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}

extension Mailbox: Codable {
    /// Reads the address from one text; throws for what is no mailbox.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let mailbox = Mailbox(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a mailbox")
        }
        self = mailbox
    }

    /// Writes the address as one text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(address)
    }
}
