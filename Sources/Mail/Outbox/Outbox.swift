internal import Foundation
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
    private let key: PurposeKey

    /// An outbox that reads the time from `clock` and tells `handlers` about mailboxes that are gone.
    public init(secrets: Secrets, clock: Clock, handlers: [any ReturnHandler] = []) {
        self.clock = clock
        self.handlers = handlers
        marks = MailMarks(secrets: secrets)
        key = secrets.key(for: "mail.body")
    }

    /// Puts a message into the outbox, to be sent once the write is committed and `notBefore` has come. Answers its number.
    @discardableResult
    public func post(_ message: Message, notBefore: Instant? = nil, on db: any Writer) throws -> Int64 {
        try post(seal(message), notBefore: notBefore, on: db)
    }

    /// Puts a message that was sealed before into the outbox: one `INSERT` and nothing else, for writes that many wait for.
    @discardableResult
    public func post(_ sealed: SealedMessage, notBefore: Instant? = nil, on db: any Writer) throws -> Int64 {
        let id: Int64? = try db.value("\(sql: insert(sealed, notBefore: notBefore)) RETURNING id")
        guard let id else { preconditionFailure("an INSERT that returned no number") }
        return id
    }

    /// Puts a message into the outbox without waiting for its number, for writes that many wait for.
    public func postLater(_ message: Message, on db: any Writer) throws {
        try db.runLater(insert(seal(message), notBefore: nil))
    }

    private func insert(_ sealed: SealedMessage, notBefore: Instant?) -> SQL {
        let now = clock.now()
        return """
            INSERT INTO mail (recipient, language, subject, body, bulk, origin_kind, origin_id, state, attempts, due_at, created_at)
            VALUES (\(sealed.recipient), \(sealed.language), \(sealed.subject), \(sealed.body), \(sealed.isBulk),
                \(sealed.origin.kind), \(sealed.origin.id), 'queued', 0, \(notBefore ?? now), \(now))
            """
    }

    /// Seals a message, which takes longer than posting it: outside the write.
    public func seal(_ message: Message) throws -> SealedMessage {
        let content = try JSONEncoder().encode(MessageContent(blocks: message.blocks, unsubscribe: message.unsubscribe))
        return SealedMessage(
            recipient: message.to.address, language: message.language.code, subject: message.subject, body: try key.seal(content),
            isBulk: message.unsubscribe != nil, origin: message.origin)
    }

    /// The message of a row whose body is still there. Throws `Secrets.Failure.notOurs` if the site's secret has changed.
    func open(_ sealed: SealedMessage) throws -> Message {
        let content = try JSONDecoder().decode(MessageContent.self, from: Data(try key.open(sealed.body)))
        return try Message(sealed, content)
    }
}

/// A message as the outbox stores it.
public struct SealedMessage: Sendable {
    let recipient: String
    let language: String
    let subject: String
    let body: [UInt8]
    let isBulk: Bool
    let origin: MailOrigin
}
