internal import Storage
internal import Time

extension SignatureStore {
    /// Signatures that were last written to before `instant`, wait for their confirmation and were not reminded; oldest first. Those that were
    /// held back are among them once their time is over.
    func unreminded(before instant: Instant, limit: Int, on db: any Reader) throws -> [Signature] {
        try signatures(
            """
            confirmed_at IS NULL AND removed_at IS NULL AND reminded_at IS NULL AND mailed_at <= \(instant)
                AND (mails > 0 OR mailed_at <= \(clock.now() - Signature.heldFor))
            ORDER BY mailed_at LIMIT \(limit)
            """, on: db)
    }

    /// Signatures that got no mail because their mailbox had its names of that day, and whose day has come: the mailbox has confirmed another
    /// name. Without that anybody could have a stranger written to day after day. They keep their flag: a moderator still looks. Oldest first.
    func heldBack(limit: Int, on db: any Reader) throws -> [Signature] {
        try signatures(
            """
            confirmed_at IS NULL AND removed_at IS NULL AND reminded_at IS NULL AND mailed_at <= \(clock.now() - .days(1))
                AND mails = 0 AND flag = \(Signature.Flag.mailbox) AND \(sql: hasRoomToday)
                AND EXISTS (SELECT 1 FROM campaign WHERE campaign.id = signature.campaign AND campaign.closed_at IS NULL)
                AND EXISTS (SELECT 1 FROM signature AS one WHERE one.campaign = signature.campaign
                    AND one.mailbox_key = signature.mailbox_key AND one.confirmed_at IS NOT NULL AND one.removed_at IS NULL)
            ORDER BY mailed_at, id LIMIT \(limit)
            """, on: db)
    }

    /// Whether the mailbox of a signature may get another name's mail today.
    func hasRoomToday(_ id: Int64, on db: any Reader) throws -> Bool {
        try db.row("SELECT 1 AS room FROM signature WHERE id = \(id) AND \(sql: hasRoomToday)") != nil
    }

    private var hasRoomToday: SQL {
        "\(sql: namesToday("signature.campaign", "signature.mailbox_key")) < \(Signature.namesPerMailboxAndDay)"
    }

    /// Marks that the one reminder of a signature is written; false if another node was quicker or it was confirmed meanwhile.
    func markReminded(_ id: Int64, on db: any Writer) throws -> Bool {
        try db.run(
            """
            UPDATE signature SET reminded_at = \(clock.now())
            WHERE id = \(id) AND reminded_at IS NULL AND confirmed_at IS NULL AND removed_at IS NULL
            """) == 1
    }
}
