public import Text

/// How the site signs its messages.
public struct Letterhead: Sendable {
    /// The address that messages come from. Returned ones come back to variants of it, `local+b-…@domain`: the server behind it must accept these.
    public let from: Mailbox
    /// Where answers go, if not to `from`.
    public let replyTo: Mailbox?
    /// The site's own name in a language, as it stands beside the address.
    public let name: @Sendable (Language) -> String

    /// A letterhead. `name` is asked for every message, so that a changed name needs no restart.
    public init(from: Mailbox, replyTo: Mailbox? = nil, name: @escaping @Sendable (Language) -> String) {
        self.from = from
        self.replyTo = replyTo
        self.name = name
    }
}
