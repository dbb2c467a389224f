public import Text

/// How the site signs its messages.
public struct Letterhead: Sendable {
    /// The address that messages come from. Returned ones come back to variants of it, `local+b-…@domain`: the server behind it must accept these.
    public let from: Mailbox
    /// Where answers go, if not to `from`.
    public var replyTo: Mailbox? { answers() }
    /// The site's own name in a language, as it stands beside the address.
    public let name: @Sendable (Language) -> String
    /// What stands as the sender in a language.
    let sender: @Sendable (Language) -> String
    private let answers: @Sendable () -> Mailbox?

    /// A letterhead. All but the address is asked for every message, so that a changed name needs no restart; without a `sender`, the name
    /// is the sender.
    public init(
        from: Mailbox, replyTo: @autoclosure @escaping @Sendable () -> Mailbox? = nil, sender: (@Sendable (Language) -> String)? = nil,
        name: @escaping @Sendable (Language) -> String
    ) {
        self.from = from
        self.name = name
        self.sender = sender ?? name
        answers = replyTo
    }
}
