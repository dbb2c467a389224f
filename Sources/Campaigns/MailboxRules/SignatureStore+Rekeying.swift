internal import Storage

extension SignatureStore {
    /// Compares the mailboxes of up to `limit` signatures after `id` by rules that changed. Where two turn out to be one person's, both stay and a
    /// moderator looks. Returns the key of the last one, or nil after the end.
    func rekey(after id: Int64, limit: Int, by rules: MailboxRules, on db: any Writer) throws -> Int64? {
        let rows = try db.rows(
            """
            SELECT id, campaign, mailbox, mailbox_key, name_key FROM signature WHERE id > \(id) ORDER BY id LIMIT \(limit)
            """)
        for row in rows {
            let mailbox: String = try row["mailbox"]
            let (before, after): (String, String) = (try row["mailbox_key"], rules.key(for: mailbox))
            // Those withdrawn have none any more.
            guard !mailbox.isEmpty, before != after else { continue }
            let (id, campaign, name): (Int64, Int64, String) = (try row["id"], try row["campaign"], try row["name_key"])
            let changed = try db.run(
                """
                UPDATE signature SET mailbox_key = \(after) WHERE id = \(id) AND NOT EXISTS (
                    SELECT 1 FROM signature AS other
                    WHERE other.campaign = \(campaign) AND other.mailbox_key = \(after) AND other.name_key = \(name))
                """)
            guard changed == 0 else { continue }
            try db.run("UPDATE signature SET flag = \(Signature.Flag.twice) WHERE id = \(id) AND flag IS NULL AND removed_at IS NULL")
        }
        return try rows.last?["id"]
    }
}
