internal import People
public import Storage
internal import Text
public import Time
internal import Web

/// Something that the secretariat watches for, with who said so, why, and until when.
public struct Block: Sendable, Hashable, Identifiable {
    /// What is watched for. What follows from it is the same for everybody who sends a form: they see the page that all others see.
    public enum Kind: String, Sendable, Hashable, CaseIterable, SQLEncodable, SQLDecodable {
        /// One mailbox. It gets no mail, and so nothing that it sent can be confirmed, until a moderator lets it through.
        case mailbox
        /// Every mailbox of a domain and of those below it, such as one that hands out mailboxes for ten minutes. As above.
        case domain
        /// Addresses that forms come from: what comes is looked at, and counts like any other, since a union hall shares an address.
        case network
        /// A word or several in a row: what holds them is looked at, and counts like any other, since words can be quoted.
        case word

        /// Whether mailboxes that meet it get no mail.
        public var isSilent: Bool { self == .mailbox || self == .domain }
    }

    /// The row's key.
    public let id: Int64
    /// What is watched for.
    public let kind: Kind
    /// The mailbox, domain, range of addresses or word, in the form in which it is compared.
    public let value: String
    /// Why.
    public let reason: String
    /// What the one who said so is called; empty once their account is gone.
    public let personName: String
    /// Since when.
    public let madeAt: Instant
    /// When it ends by itself, if it does.
    public let endsAt: Instant?

    static let longestValue = 254
    static let longestReason = 200
    /// How many may be sent at once, a line each.
    static let mostAtOnce = 500
}

extension Block.Kind {
    /// The form in which something is compared; nil if it is none of that kind, or so wide that it would meet everybody.
    func normalised(_ typed: String) -> String? {
        switch self {
        case .mailbox: return MailboxSyntax.accepts(typed) ? Person.key(of: typed) : nil
        case .domain:
            let domain = (typed.utf8.first == UInt8(ascii: "@") ? String(typed.unicodeScalars.dropFirst()) : typed).lowercased()
            return MailboxSyntax.accepts("a@\(domain)") ? domain : nil
        case .network:
            guard let range = AddressRange(typed), range.isNarrow else { return nil }
            return range.description
        case .word:
            let word = WordSearch.words(of: typed)
            return word.unicodeScalars.count >= 3 ? word : nil
        }
    }
}

extension AddressRange {
    /// Whether it is at most what one large provider has: a sixteen-millionth of all IPv4 addresses, or what one registry gives out of IPv6.
    fileprivate var isNarrow: Bool { bits >= (isIPv6 ? 16 : 8) }
}
