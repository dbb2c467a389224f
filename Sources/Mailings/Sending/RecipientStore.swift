internal import Mail
internal import Storage
internal import Time

/// All SQL about those whom mailings go to, once they are put down.
enum RecipientStore {
    /// Somebody to write to.
    struct Recipient: Sendable {
        let id: Int64
        let source: String
        let mailbox: String
        let name: String?
        let language: String
    }

    /// How many messages of mailings are in the outbox and were not yet put off by a mail server.
    static func countHanded(_ mailing: Int64, on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM mailing_recipient WHERE mailing = \(mailing) AND state = 'handed'") ?? 0
    }

    /// How many were handed over since then, by all mailings.
    static func countHanded(since instant: Instant, on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM mailing_recipient WHERE handed_at > \(instant)") ?? 0
    }

    /// Takes recipients who wait, in their order: from now on they count as handed over, if this write is committed.
    static func take(_ limit: Int, of mailing: Int64, at now: Instant, on db: any Writer) throws -> [Recipient] {
        try db.rows(
            """
            UPDATE mailing_recipient SET state = 'handed', handed_at = \(now)
            WHERE id IN (
                SELECT id FROM mailing_recipient WHERE mailing = \(mailing) AND state = 'waiting'
                ORDER BY id LIMIT \(limit)\(sql: .engine(sqlite: "", postgres: " FOR UPDATE SKIP LOCKED")))
            RETURNING id, source, mailbox, name, language
            """
        ).map { row in
            try Recipient(
                id: row["id"], source: row["source"], mailbox: row["mailbox"], name: row["name"], language: row["language"])
        }.sorted { $0.id < $1.id }
    }

    /// Those among recipients who asked for no more while they were being put down, so that nobody could take them out.
    static func unwilling(among ids: [Int64], on db: any Reader) throws -> [Int64] {
        try db.rows(
            """
            SELECT DISTINCT r.id FROM mailing_recipient AS r
            JOIN mailing_suppression AS s ON s.mailbox_key = r.mailbox_key AND s.source IN ('', \(Suppression.gone), r.source) AND s.suppressed_at >= r.queued_at
            WHERE r.id IN \(list: ids)
            """
        ).map { try $0["id"] }
    }

    /// Writes down what became of recipients. Who was stopped stays so, unless the message had gone by then.
    static func settle(_ ids: [Int64], as state: RecipientState, on db: any Writer) throws {
        // More values than these a statement does not take on every engine.
        for start in stride(from: 0, to: ids.count, by: 5_000) {
            let some = Array(ids[start..<min(start + 5_000, ids.count)])
            try db.run("UPDATE mailing_recipient SET state = \(state) WHERE id IN \(list: some)")
        }
    }

    /// Settles up to `limit` recipients after `last` who were handed over before `instant`, and of whom nothing was heard although the outbox has nothing
    /// left to send them: whoever was to be told could not bear it. Answers the last one looked at.
    static func settleUnheard(before instant: Instant, after last: Int64, limit: Int, on db: any Writer) throws -> Int64? {
        let ids: [Int64] = try db.rows(
            """
            SELECT id FROM mailing_recipient
            WHERE handed_at < \(instant) AND state IN ('handed', 'deferred') AND id > \(last) ORDER BY id LIMIT \(limit)
            """
        ).map { try $0["id"] }
        let states = try Outbox.states(Mailing.mailKind, ids, on: db)
        for (state, some) in Dictionary(grouping: ids, by: { states[$0] }) {
            switch state {
            case .queued: continue
            case .sent: try settle(some, as: .sent, on: db)
            case .returned: try settle(some, as: .returned, on: db)
            case .failed, nil: try settle(some, as: .failed, on: db)
            }
        }
        return ids.last
    }

    /// Whether anybody still waits, or is in the outbox for the first time.
    static func isAnyLeft(of mailing: Int64, on db: any Reader) throws -> Bool {
        try db.row("SELECT id FROM mailing_recipient WHERE mailing = \(mailing) AND state IN ('waiting', 'handed') LIMIT 1") != nil
    }

    /// Stops everybody who was not handed over.
    static func stop(_ mailing: Int64, on db: any Writer) throws {
        try db.run("UPDATE mailing_recipient SET state = 'stopped' WHERE mailing = \(mailing) AND state = 'waiting'")
    }

    /// Those whose message waits in the outbox.
    static func inOutbox(of mailing: Int64, on db: any Reader) throws -> [Int64] {
        try db.rows("SELECT id FROM mailing_recipient WHERE mailing = \(mailing) AND state IN ('handed', 'deferred')").map { try $0["id"] }
    }

    /// How many there are in each state.
    static func counts(of mailing: Int64, on db: any Reader) throws -> [RecipientState: Int] {
        let rows = try db.rows("SELECT state, count(*) AS people FROM mailing_recipient WHERE mailing = \(mailing) GROUP BY state")
        return try rows.reduce(into: [:]) { counts, row in counts[try row["state"]] = try row["people"] }
    }

    /// What a mailbox was sent: the subject's mailing, when, and what became of it.
    static func all(to mailbox: String, on db: any Reader) throws -> [(mailing: Int64, source: String, state: RecipientState, at: Instant)]
    {
        try db.rows(
            """
            SELECT mailing, source, state, queued_at FROM mailing_recipient WHERE mailbox_key = \(Suppression.key(of: mailbox)) ORDER BY id
            """
        ).map { row in (mailing: try row["mailing"], source: try row["source"], state: try row["state"], at: try row["queued_at"]) }
    }
}
