internal import Crypto

/// A random value of 256 bits that lets whoever holds it do one thing: the secret part of a link. Only its hash is stored.
public struct Token: Sendable, Hashable {
    /// What stands in a link: 43 characters of base64url without padding.
    public let text: String
    /// SHA-256 of the random bytes: what the database holds.
    public let hash: [UInt8]

    /// A new token from the system's random source.
    public static func random() -> Token {
        Token(bytes: SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
    }

    /// The token that a link carries, or nil if the text cannot be one.
    public init?(text: String) {
        guard let bytes = Base64URL.decode(text), bytes.count == 32 else { return nil }
        self.init(bytes: bytes)
    }

    private init(bytes: [UInt8]) {
        text = Base64URL.encode(bytes)
        hash = Array(SHA256.hash(data: bytes))
    }
}
