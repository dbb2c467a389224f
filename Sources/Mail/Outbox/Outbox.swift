public import Secrets
public import Storage
internal import Text
public import Time

/// The messages of the site on their way out: one row each, written in the same transaction as what they speak of. Bodies hold links that act
/// for a person, so they are sealed with the site's secret and erased once sent.
public struct Outbox: Sendable {
    /// How long one node may take for what it claimed, before another takes it over.
    static let lease = Duration.minutes(2)

    let clock: Clock
    let marks: MailMarks
    let handlers: [any ReturnHandler]
    let followers: [any MailFollower]
    private let key: PurposeKey

    /// An outbox that reads the time from `clock`, tells `handlers` about mailboxes that are gone and `followers` what becomes of messages.
    public init(secrets: Secrets, clock: Clock, handlers: [any ReturnHandler] = [], followers: [any MailFollower] = []) {
        self.clock = clock
        self.handlers = handlers
        self.followers = followers
        marks = MailMarks(secrets: secrets)
        key = secrets.key(for: "mail.body")
    }

    /// The same outbox, of which no feature hears anything.
    var withoutFeatures: Outbox { Outbox(self) }

    private init(_ outbox: Outbox) {
        clock = outbox.clock
        marks = outbox.marks
        key = outbox.key
        (handlers, followers) = ([], [])
    }

    /// Puts a message into the outbox, to be sent once the write is committed and `notBefore` has come. Answers its number.
    @discardableResult
    public func post(_ message: Message, notBefore: Instant? = nil, on db: any Writer) throws -> Int64 {
        let id: Int64? = try db.value("\(sql: insert([message], notBefore: notBefore)) RETURNING id")
        guard let id else { preconditionFailure("an INSERT that returned no number") }
        return id
    }

    /// Puts messages into the outbox without waiting for their numbers, for writes that many wait for.
    public func postLater(_ messages: [Message], on db: any Writer) throws {
        if !messages.isEmpty { try db.runLater(insert(messages, notBefore: nil)) }
    }

    private func insert(_ messages: [Message], notBefore: Instant?) throws -> SQL {
        let now = clock.now()
        let rows: [[any SQLEncodable]] = try messages.map(seal).map { sealed in
            [
                sealed.recipient, sealed.language, sealed.subject, sealed.body, sealed.isBulk, sealed.origin.kind, sealed.origin.id,
                MailState.queued, 0, notBefore ?? now, now,
            ]
        }
        return """
            INSERT INTO mail (recipient, language, subject, body, bulk, origin_kind, origin_id, state, attempts, due_at, created_at)
            \(values: rows)
            """
    }

    /// Seals a message.
    func seal(_ message: Message) throws -> SealedMessage {
        let content = MessageContent(blocks: message.blocks, unsubscribe: message.unsubscribe)
        return SealedMessage(
            recipient: message.to.address, language: message.language.code, subject: message.subject, body: try key.seal(content.bytes),
            isBulk: message.unsubscribe != nil, origin: message.origin)
    }

    /// The message of a row whose body is still there. Throws `Secrets.Failure.notOurs` if the site's secret has changed.
    func open(_ sealed: SealedMessage) throws -> Message {
        try Message(sealed, MessageContent(bytes: key.open(sealed.body)))
    }
}

/// A message as the outbox stores it.
struct SealedMessage: Sendable {
    let recipient: String
    let language: String
    let subject: String
    let body: [UInt8]
    let isBulk: Bool
    let origin: MailOrigin
}
