public import Storage
public import Time

/// Which messages to look at.
public struct OutboxFilter: Sendable {
    /// Only those in this state.
    public var state: MailState?
    /// Only those to this mailbox.
    public var mailbox: Mailbox?
    /// Only older ones than this number, to turn pages.
    public var before: Int64?
    /// At most so many.
    public var limit: Int?
    /// Which come first.
    public var order: Order

    /// Which messages come first.
    public enum Order: Sendable {
        /// As a desk shows them.
        case newestFirst
        /// As a log tells them.
        case oldestFirst
    }

    /// All messages, or those that match all that is given.
    public init(state: MailState? = nil, mailbox: Mailbox? = nil, before: Int64? = nil, limit: Int? = nil, order: Order = .newestFirst) {
        self.state = state
        self.mailbox = mailbox
        self.before = before
        self.limit = limit
        self.order = order
    }
}

extension Outbox {
    /// Calls `body` with each message that matches, in flat memory.
    public func entries(_ filter: OutboxFilter = OutboxFilter(), on db: any Reader, _ body: (OutboxEntry) throws -> Void) throws {
        var conditions: [SQL] = ["1 = 1"]
        if let state = filter.state { conditions.append("state = \(state)") }
        if let mailbox = filter.mailbox { conditions.append("recipient = \(mailbox.address)") }
        if let before = filter.before { conditions.append("id < \(before)") }
        let direction: SQL = filter.order == .newestFirst ? "DESC" : "ASC"
        try db.each(
            """
            SELECT id, recipient, language, subject, body, bulk, origin_kind, origin_id, state, attempts, due_at, created_at, sent_at, last_error
            FROM mail WHERE \(sql: .joined(conditions, separator: " AND ")) ORDER BY id \(sql: direction) LIMIT \(filter.limit ?? .max)
            """
        ) { row in try body(entry(row)) }
    }

    // The states stand in the text of these two: an index of few rows serves a question only if it can be seen to ask for no others.

    /// How many messages were due before `instant` and still wait.
    public static func late(since instant: Instant, on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM mail WHERE state = 'queued' AND due_at < \(instant)") ?? 0
    }

    /// How many messages posted after `instant` were given up.
    public static func failed(since instant: Instant, on db: any Reader) throws -> Int {
        try db.value(failed(since: instant)) ?? 0
    }

    /// Its plan is tested.
    static func failed(since instant: Instant) -> SQL {
        "SELECT count(*) FROM mail WHERE state = 'failed' AND created_at > \(instant)"
    }

    /// A message as its recipient may be told of it: a sent one has no text any more.
    public struct Posted: Sendable, Hashable {
        /// Its subject.
        public let subject: String
        /// What has become of it.
        public let state: MailState
        /// When it was put down.
        public let createdAt: Instant
        /// When the mail server took it.
        public let sentAt: Instant?
    }

    /// Every message to a mailbox that is kept, oldest first.
    public static func posted(to mailbox: String, on db: any Reader) throws -> [Posted] {
        try db.rows("SELECT subject, state, created_at, sent_at FROM mail WHERE recipient = \(mailbox) ORDER BY id").map { row in
            try Posted(subject: row["subject"], state: row["state"], createdAt: row["created_at"], sentAt: row["sent_at"])
        }
    }

    /// Removes every message to a mailbox that was posted for one thing, sent or not: the person took it back. Answers how many.
    @discardableResult
    public func forget(_ origin: MailOrigin, to mailbox: String, on db: any Writer) throws -> Int {
        try db.run(
            "DELETE FROM mail WHERE recipient = \(mailbox) AND origin_kind = \(origin.kind) AND origin_id = \(origin.id)")
    }

    /// Takes back every message that was posted for one thing, to whatever mailbox.
    public func forget(_ origin: MailOrigin, on db: any Writer) throws {
        try db.run("DELETE FROM mail WHERE origin_kind = \(origin.kind) AND origin_id = \(origin.id)")
    }

    /// How long after it was posted a message may still be on its way, while the mail server can be reached.
    public static let triesFor = Backoff.whole + lease

    /// What became of messages of one kind, by what they were posted for: for whoever was not told of it.
    public static func states(_ kind: String, _ ids: [Int64], on db: any Reader) throws -> [Int64: MailState] {
        try db.rows("SELECT origin_id, state FROM mail WHERE origin_kind = \(kind) AND origin_id IN \(list: ids) ORDER BY id")
            .reduce(into: [:]) { states, row in states[try row["origin_id"]] = try row["state"] }
    }

    /// Takes a message to a mailbox back that was posted for one thing, unless it was sent; one that is on its way this moment may still arrive.
    public static func takeBack(_ origin: MailOrigin, to mailbox: String, on db: any Writer) throws {
        try db.run(
            """
            DELETE FROM mail WHERE recipient = \(mailbox) AND origin_kind = \(origin.kind) AND origin_id = \(origin.id)
                AND state = \(MailState.queued)
            """)
    }

    /// Takes messages back that were posted for things of one kind and were not sent. Answers for which; one that is on its way this moment
    /// may still arrive.
    public static func withdraw(_ kind: String, _ ids: [Int64], on db: any Writer) throws -> [Int64] {
        try stride(from: 0, to: ids.count, by: 5_000).flatMap { start in
            try db.rows(
                """
                DELETE FROM mail WHERE origin_kind = \(kind) AND origin_id IN \(list: Array(ids[start..<min(start + 5_000, ids.count)]))
                    AND state = 'queued' RETURNING origin_id
                """
            ).map { row -> Int64 in try row["origin_id"] }
        }
    }

    /// Removes every message of one kind to a mailbox, sent or not: its person is gone. Answers how many.
    @discardableResult
    public func forget(kind: String, to mailbox: String, on db: any Writer) throws -> Int {
        try db.run("DELETE FROM mail WHERE recipient = \(mailbox) AND origin_kind = \(kind)")
    }

    /// Removes messages posted before `instant` that are no longer on their way. Answers how many.
    @discardableResult
    public func purge(before instant: Instant, on db: any Writer) throws -> Int {
        try db.run("DELETE FROM mail WHERE created_at < \(instant) AND state <> 'queued'")
    }

    private func entry(_ row: Row) throws -> OutboxEntry {
        let state: MailState = try row["state"]
        let body: [UInt8]? = try row["body"]
        return try OutboxEntry(
            id: row["id"], to: row["recipient"], language: row["language"], subject: row["subject"], state: state, origin: MailOrigin(row),
            attempts: row["attempts"], createdAt: row["created_at"], dueAt: state == .queued ? row["due_at"] : nil, sentAt: row["sent_at"],
            error: row["last_error"], message: body == nil ? nil : try? open(SealedMessage(row)))
    }
}
