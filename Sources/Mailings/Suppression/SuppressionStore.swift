internal import Mail
internal import Storage
internal import Time

/// All SQL about mailboxes that get no more mailings.
enum SuppressionStore {
    /// Notes that a mailbox gets no more of a kind of mailings, or (`source` is empty) none at all, and takes it out of those under way. A wish
    /// is never made less by a returned mail, and the first moment stays. Answers the recipients that were taken out, whose messages may wait in the outbox.
    @discardableResult
    static func add(
        _ mailbox: String, source: String, why: Suppression.Why, mailing: Int64?, at now: Instant, on db: any Writer
    ) throws -> [Int64] {
        let key = Suppression.key(of: mailbox)
        try db.run(
            """
            INSERT INTO mailing_suppression (mailbox_key, source, why, mailing, suppressed_at)
            VALUES (\(key), \(source), \(why), \(mailing), \(now))
            ON CONFLICT (mailbox_key, source) DO UPDATE SET why = CASE WHEN mailing_suppression.why = 'asked' THEN 'asked' ELSE excluded.why END,
                suppressed_at = excluded.suppressed_at, mailing = COALESCE(excluded.mailing, mailing_suppression.mailing)
            """)
        let ofKind: SQL = source.isEmpty ? "" : " AND source = \(source)"
        return try db.rows(
            """
            UPDATE mailing_recipient SET state = 'stopped'
            WHERE mailbox_key = \(key) AND state IN ('waiting', 'handed', 'deferred')\(sql: ofKind) RETURNING id
            """
        ).map { try $0["id"] }
    }

    /// Whether a mailbox gets no more of a kind of mailings, and whether it gets none at all.
    static func find(_ mailbox: String, source: String, on db: any Reader) throws -> Suppression.Scope? {
        let sources: [String] = try db.rows(
            "SELECT source FROM mailing_suppression WHERE mailbox_key = \(Suppression.key(of: mailbox)) AND source IN ('', \(source))"
        ).map { try $0["source"] }
        return sources.isEmpty ? nil : sources.contains("") ? .all : .kind
    }

    /// What a mailbox gets no more of, and since when.
    static func all(of mailbox: String, on db: any Reader) throws -> [(source: String, why: Suppression.Why, at: Instant)] {
        try db.rows(
            """
            SELECT source, why, suppressed_at FROM mailing_suppression WHERE mailbox_key = \(Suppression.key(of: mailbox)) ORDER BY source
            """
        ).map { row in (source: try row["source"], why: try row["why"], at: try row["suppressed_at"]) }
    }
}
