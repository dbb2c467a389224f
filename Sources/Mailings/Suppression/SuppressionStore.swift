internal import Storage
internal import Time

/// All SQL about mailboxes that get no more mailings.
enum SuppressionStore {
    /// Notes that a mailbox gets no more of a kind of mailings, or (`source` is empty) none at all, and takes it out of those under way, with what
    /// waits in the outbox. Asked again, a wish holds from then on; a returned mail stands beside it, and neither renews it nor makes it less.
    static func add(
        _ mailbox: String, source: String, why: Suppression.Why, mailing: Int64?, at now: Instant, on db: any Writer
    ) throws {
        let key = Suppression.key(of: mailbox)
        let kind = why == .returned ? Suppression.gone : source
        try db.run(
            """
            INSERT INTO mailing_suppression (mailbox_key, source, why, mailing, suppressed_at)
            VALUES (\(key), \(kind), \(why), \(mailing), \(now))
            ON CONFLICT (mailbox_key, source) DO UPDATE SET why = excluded.why, suppressed_at = excluded.suppressed_at,
                mailing = COALESCE(excluded.mailing, mailing_suppression.mailing)
            """)
        let ofKind: SQL = source.isEmpty ? "" : " AND source = \(source)"
        let stopped = try db.rows(
            """
            UPDATE mailing_recipient SET state = 'stopped'
            WHERE mailbox_key = \(key) AND state IN ('waiting', 'handed', 'deferred')\(sql: ofKind) RETURNING id, mailbox
            """)
        try RecipientStore.takeBack(stopped, on: db)
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
