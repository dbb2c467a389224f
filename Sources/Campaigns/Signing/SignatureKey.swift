public import Secrets
internal import Time

/// What a mail carries: a link's token, and six digits for whoever types rather than taps.
public struct SignatureKey: Sendable, Hashable {
    /// The token of the link.
    public let token: Token
    /// The code beside it.
    public let code: ConfirmationCode

    /// A new key from the system's random source.
    static func random() -> SignatureKey {
        SignatureKey(token: .random(), code: .random())
    }
}

/// Six digits. Few enough to type, enough while only five tries are allowed.
public struct ConfirmationCode: Sendable, Hashable {
    /// Six ASCII digits.
    public let digits: String

    /// A code by chance, from the system's random source.
    public static func random() -> ConfirmationCode {
        let number = String(Int.random(in: 0..<1_000_000))
        return ConfirmationCode(unchecked: String(repeating: "0", count: 6 - number.utf8.count) + number)
    }

    /// What somebody typed: spaces and hyphens between the digits are forgiven; anything else than six digits is nil.
    public init?(typed: String) {
        let kept = typed.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
        guard kept.count == 6, kept.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        self.init(unchecked: String(decoding: kept, as: UTF8.self))
    }

    private init(unchecked digits: String) {
        self.digits = digits
    }
}

/// A signature's place in an address that reveals nothing: the page after signing is the same whether the signature was new or not.
struct SignatureHandle {
    private let key: PurposeKey

    init(secrets: Secrets) {
        key = secrets.key(for: "campaigns.handle")
    }

    func seal(_ id: Int64) throws -> String {
        Base64URL.encode(try key.seal(withUnsafeBytes(of: id.bigEndian) { Array($0) }))
    }

    func open(_ text: String) -> Int64? {
        guard let sealed = Base64URL.decode(text), let bytes = try? key.open(sealed), bytes.count == 8 else { return nil }
        return bytes.reduce(0) { $0 << 8 | Int64($1) }
    }
}
