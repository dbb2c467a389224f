internal import Storage
internal import Time

extension Outbox {
    /// A message that this node may send until its lease ends.
    struct Claim: Sendable {
        let id: Int64
        let sealed: SealedMessage
    }

    /// What became of a message that was claimed.
    enum Result: Sendable {
        case sent(Int64)
        /// Try again later; the words are the server's.
        case deferred(Int64, String)
        /// Never try again.
        case failed(Int64, String, mailboxIsGone: Bool)
    }

    /// Whether any message waits to be sent now.
    func isDue(on db: any Reader) throws -> Bool {
        let now = clock.now()
        return try [false, true].contains { bulk in
            try db.row("SELECT id FROM mail WHERE state = 'queued' AND bulk = \(bulk) AND due_at <= \(now) ORDER BY due_at LIMIT 1") != nil
        }
    }

    /// Takes up to `limit` due messages for the time of a lease, personal ones before bulk mail, those that wait longest first.
    func claim(_ limit: Int, on db: any Writer) throws -> [Claim] {
        let personal = try claim(limit, bulk: false, on: db)
        return try personal + (personal.count < limit ? claim(limit - personal.count, bulk: true, on: db) : [])
    }

    private func claim(_ limit: Int, bulk: Bool, on db: any Writer) throws -> [Claim] {
        let now = clock.now()
        let rows = try db.rows(
            """
            UPDATE mail SET due_at = \(now + Self.lease)
            WHERE id IN (
                SELECT id FROM mail WHERE state = 'queued' AND bulk = \(bulk) AND due_at <= \(now)
                ORDER BY due_at LIMIT \(limit)\(sql: .engine(sqlite: "", postgres: " FOR UPDATE SKIP LOCKED"))
            )
            RETURNING id, recipient, language, subject, body, bulk, origin_kind, origin_id
            """)
        return try rows.map { try Claim(id: $0["id"], sealed: SealedMessage($0)) }.sorted { $0.id < $1.id }
    }

    /// Writes down what became of messages. Features hear of it unless one of them cannot bear it.
    func record(_ results: [Result], tellsFeatures: Bool = true, on db: any Writer) throws {
        let outbox = tellsFeatures ? self : withoutFeatures
        try outbox.write(results, on: db)
    }

    private func write(_ results: [Result], on db: any Writer) throws {
        let now = clock.now()
        var sent: [Int64] = []
        for result in results {
            switch result {
            case .sent(let id): sent.append(id)
            case .deferred(let id, let words): try `defer`(id, because: words, on: db)
            case .failed(let id, let words, let mailboxIsGone): try fail(id, because: words, mailboxIsGone: mailboxIsGone, on: db)
            }
        }
        guard !sent.isEmpty else { return }
        let taken = try db.rows(
            """
            UPDATE mail SET state = 'sent', body = NULL, sent_at = \(now), attempts = attempts + 1, last_error = NULL
            WHERE id IN \(list: sent) AND state = 'queued' RETURNING origin_kind, origin_id
            """)
        try tellFollowers(.sent, taken.map { try MailOrigin($0) }, on: db)
    }

    /// Lets others take these messages at once: this node did not come to them.
    func giveBack(_ ids: [Int64], on db: any Writer) throws {
        guard !ids.isEmpty else { return }
        try db.run("UPDATE mail SET due_at = \(clock.now()) WHERE id IN \(list: ids) AND state = 'queued'")
    }

    /// Puts messages off without counting an attempt: their domain has had enough for now.
    func postpone(_ messages: [(id: Int64, until: Instant)], on db: any Writer) throws {
        for (id, until) in messages {
            try db.run("UPDATE mail SET due_at = \(until) WHERE id = \(id) AND state = 'queued'")
        }
    }

    private func `defer`(_ id: Int64, because words: String, on db: any Writer) throws {
        let attempts: Int = try db.value("SELECT attempts FROM mail WHERE id = \(id)") ?? 0
        guard let wait = Backoff.wait(after: attempts + 1) else {
            return try fail(id, because: words, mailboxIsGone: false, on: db)
        }
        let waiting = try db.rows(
            """
            UPDATE mail SET attempts = attempts + 1, due_at = \(clock.now() + wait), last_error = \(words)
            WHERE id = \(id) AND state = 'queued' RETURNING origin_kind, origin_id
            """)
        try tellFollowers(.deferred, waiting.map { try MailOrigin($0) }, on: db)
    }

    private func fail(_ id: Int64, because words: String, mailboxIsGone: Bool, on db: any Writer) throws {
        let row = try db.row(
            """
            UPDATE mail SET state = 'failed', body = NULL, attempts = attempts + 1, last_error = \(words)
            WHERE id = \(id) AND state = 'queued'
            RETURNING recipient, origin_kind, origin_id
            """)
        guard let row else { return }
        let origin = try MailOrigin(row)
        try tellFollowers(.failed, [origin], on: db)
        if mailboxIsGone { try tellHandlers(origin, mailbox: row["recipient"], on: db) }
    }
}

extension SealedMessage {
    /// The message of a row that has a body.
    init(_ row: Row) throws {
        try self.init(
            recipient: row["recipient"], language: row["language"], subject: row["subject"], body: row["body"], isBulk: row["bulk"],
            origin: MailOrigin(row))
    }
}

extension MailOrigin {
    /// The origin in a row.
    init(_ row: Row) throws {
        try self.init(kind: row["origin_kind"], id: row["origin_id"])
    }
}
