internal import Storage

/// All SQL of writing the rules for mailboxes.
enum MailboxRuleStore {
    /// Puts a rule into force, in place of the one that the domain had.
    static func put(_ rule: MailboxRules.Rule, for domain: String, on db: any Writer) throws {
        try db.run(
            """
            INSERT INTO mailbox_rule (domain, same_as, ignores_dots, tag_mark)
            VALUES (\(domain), \(rule.sameAs), \(rule.ignoresDots), \(rule.tagMark.map { String(UnicodeScalar($0)) }))
            ON CONFLICT (domain) DO UPDATE SET same_as = excluded.same_as, ignores_dots = excluded.ignores_dots,
                tag_mark = excluded.tag_mark
            """)
        db.touch("mailboxes")
    }

    /// Takes the rule of a domain away: the one for all others holds for it. False if it had none; that for all others stays.
    static func remove(_ domain: String, on db: any Writer) throws -> Bool {
        db.touch("mailboxes")
        return try db.run("DELETE FROM mailbox_rule WHERE domain = \(domain) AND domain <> \(MailboxRules.others)") == 1
    }
}
