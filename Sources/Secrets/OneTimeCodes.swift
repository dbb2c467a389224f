internal import Crypto
public import Time

internal import struct Foundation.Data
internal import struct Foundation.URLComponents
internal import struct Foundation.URLQueryItem

/// What an authenticator app and this site share: time-based one-time passwords (RFC 6238) with the parameters that every app knows,
/// HMAC-SHA-1, six digits, thirty seconds.
public struct TOTPSeed: Sendable, Hashable {
    /// 20 random bytes, as RFC 4226 recommends for SHA-1.
    public let bytes: [UInt8]

    /// A new seed from the system's random source.
    public static func random() -> TOTPSeed {
        TOTPSeed(bytes: SymmetricKey(size: .init(bitCount: 160)).withUnsafeBytes { Array($0) })
    }

    /// The seed with these bytes.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The seed to type into an app: base32 (RFC 4648) in groups of four.
    public var text: String {
        let letters = Array(Base32.encode(bytes))
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
    }

    /// The address that an app reads from a picture: `otpauth://totp/Site:mailbox?secret=…&issuer=Site`.
    public func address(issuer: String, account: String) -> String {
        var parts = URLComponents()
        parts.scheme = "otpauth"
        parts.host = "totp"
        parts.path = "/\(issuer.replacing(":", with: " ")):\(account)"
        parts.queryItems = [URLQueryItem(name: "secret", value: Base32.encode(bytes)), URLQueryItem(name: "issuer", value: issuer)]
        return parts.string ?? ""
    }

    /// The number of the period of thirty seconds in which the app showed these digits: now, the one before or the one after, for clocks that
    /// differ. Nil if it did in none, or only in one that is not after `last`: a code that was used once is worth nothing.
    public func step(of code: String, at now: Instant, after last: Int64?) -> Int64? {
        let current = now.milliseconds / 30_000
        let typed = Array(code.utf8)
        return [current, current - 1, current + 1].first { step in
            typed.count == 6 && step > last ?? .min && Self.isEqual(Array(digits(step).utf8), typed)
        }
    }

    /// The six digits of a period.
    func digits(_ step: Int64) -> String {
        let code = HMAC<Insecure.SHA1>.authenticationCode(
            for: withUnsafeBytes(of: step.bigEndian) { Data($0) }, using: SymmetricKey(data: bytes))
        let hash = Array(code)
        let offset = Int(hash[19] & 15)
        let number = hash[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - text.utf8.count) + text
    }

    private static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// A code on paper for the day the telephone is gone: it works once. Only its hash is stored; 50 random bits are enough behind the limits of sign-in.
public struct RecoveryCode: Sendable, Hashable {
    /// Ten letters and digits without those that look alike, in two groups: `k7m2q-x4c9d`.
    public let text: String
    /// SHA-256 of the letters: what the database holds.
    public let hash: [UInt8]

    private static let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz".utf8)

    /// A new code from the system's random source.
    public static func random() -> RecoveryCode {
        RecoveryCode(letters: (0..<10).map { _ in alphabet[Int.random(in: 0..<alphabet.count)] })
    }

    /// What somebody typed: case, spaces and hyphens are forgiven; anything else than ten letters of the alphabet is nil.
    public init?(typed: String) {
        let letters = typed.lowercased().utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
        guard letters.count == 10, letters.allSatisfy(Self.alphabet.contains) else { return nil }
        self.init(letters: Array(letters))
    }

    private init(letters: [UInt8]) {
        let all = String(decoding: letters, as: UTF8.self)
        text = "\(all.prefix(5))-\(all.suffix(5))"
        hash = Array(SHA256.hash(data: Data(letters)))
    }
}

/// Base32 (RFC 4648, section 6) without padding.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = (bits << 8 | UInt32(byte)) & 0xFFFF
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[Int(bits >> UInt32(count)) & 31])
            }
        }
        if count > 0 { text.append(alphabet[Int(bits << UInt32(5 - count)) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }
}
