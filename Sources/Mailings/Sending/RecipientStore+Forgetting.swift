internal import Mail
internal import Storage
internal import Time

extension RecipientStore {
    /// Forgets up to `limit` mailboxes that were put down before `instant` and no longer wait; their rows go on counting. Answers how many.
    static func forget(before instant: Instant, limit: Int, on db: any Writer) throws -> Int {
        try db.run(
            """
            UPDATE mailing_recipient SET mailbox = '', name = NULL, mailbox_key = \(sql: forgottenKey)
            WHERE id IN (
                SELECT id FROM mailing_recipient WHERE mailbox <> '' AND queued_at < \(instant) AND state NOT IN ('waiting', 'handed', 'deferred')
                ORDER BY id LIMIT \(limit))
            """)
    }

    /// Forgets a mailbox wherever it was written to, and lets nothing more go to it that waits.
    static func forget(mailbox: String, on db: any Writer) throws {
        try forget(mailbox, where: "1 = 1", on: db)
    }

    /// The same for what went to it as one of those kinds of people, by mailings for one campaign if there is one said.
    static func forget(mailbox: String, as sources: Set<String>, campaign: String?, on db: any Writer) throws {
        let narrowed: SQL =
            campaign.map { " AND mailing IN (SELECT mailing.id FROM mailing WHERE mailing.campaign = \($0))" } ?? ""
        try forget(mailbox, where: "source IN \(list: sources.sorted())\(sql: narrowed)", on: db)
    }

    private static func forget(_ mailbox: String, where condition: SQL, on db: any Writer) throws {
        let found: SQL = "mailbox_key = \(Suppression.key(of: mailbox)) AND \(sql: condition)"
        try takeBack(try db.rows("SELECT id, mailbox FROM mailing_recipient WHERE \(sql: found)"), on: db)
        try db.run(
            """
            UPDATE mailing_recipient SET mailbox = '', name = NULL, mailbox_key = \(sql: forgottenKey),
                state = CASE WHEN state IN ('waiting', 'handed', 'deferred') THEN 'stopped' ELSE state END
            WHERE \(sql: found)
            """)
    }

    /// Takes the letters of recipients, rows of `id` and `mailbox`, out of the outbox: to the mailbox as it was put down, however it is written elsewhere.
    static func takeBack(_ recipients: [Row], on db: any Writer) throws {
        for row in recipients {
            let mailbox: String = try row["mailbox"]
            try Outbox.takeBack(
                MailOrigin(kind: Mailing.mailKind, id: try row["id"]), to: Mailbox(mailbox)?.address ?? mailbox, on: db)
        }
    }

    /// No mailbox looks so: it has no @.
    private static let forgottenKey: SQL = "'forgotten:' || id"
}
