public import Secrets
public import Storage
internal import Text
public import Time

extension SignatureStore {
    /// The signature a mailed link leads to, and until when the link confirms; nil for a link that nobody was sent.
    public func find(_ token: Token, on db: any Reader) throws -> (signature: Signature, confirmsUntil: Instant)? {
        let key = try db.row("SELECT signature, confirms_until FROM signature_key WHERE hash = \(token.hash)")
        guard let key, let found = try find(try key["signature"], on: db) else { return nil }
        return (found, try key["confirms_until"])
    }

    /// The signature with that key, or nil.
    public func find(_ id: Int64, on db: any Reader) throws -> Signature? {
        try signature("id = \(id)", on: db)
    }

    /// Every signature made with that mailbox, in whatever capitals, newest first; `key` is what `MailboxRules` make of it, by which the index
    /// finds them and those of other mailboxes that are compared as the same. Withdrawn ones hold no mailbox any more.
    func all(of mailbox: String, key: String, on db: any Reader) throws -> [Signature] {
        let own = mailbox.lowercased().utf8
        return try signatures(Self.made(with: key), on: db).filter { $0.mailbox.lowercased().utf8.elementsEqual(own) }
    }

    /// The condition that finds the signatures of a mailbox by its key.
    static func made(with key: String) -> SQL {
        "campaign IN (SELECT id FROM campaign) AND mailbox_key = \(key) ORDER BY created_at DESC, id DESC"
    }

    /// The people who signed last and chose to be shown, without those at whose words a moderator looks first.
    public func recentlyShown(of campaign: Int64, limit: Int, on db: any Reader) throws -> [ShownSignature] {
        try db.rows(Self.recentlyShown(of: campaign, limit: limit)).map { row in
            try ShownSignature(
                name: row["name"], country: row["country"],
                appearance: .init(town: row["town"], organisation: row["organisation"], sentence: row["sentence"], shown: true),
                language: Language(try row["language"]) ?? .english)
        }
    }

    static func recentlyShown(of campaign: Int64, limit: Int) -> SQL {
        """
        SELECT name, country, town, organisation, sentence, language FROM signature
        WHERE campaign = \(campaign) AND shown = 1 AND confirmed_at IS NOT NULL AND removed_at IS NULL AND flag IS NULL
        ORDER BY confirmed_at DESC LIMIT \(limit)
        """
    }

    func signature(_ condition: SQL, on db: any Reader) throws -> Signature? {
        try signatures(condition, on: db).first
    }

    func signatures(_ condition: SQL, on db: any Reader) throws -> [Signature] {
        try db.rows(
            """
            SELECT id, campaign, name, mailbox, country, town, organisation, sentence, shown, language, flag, created_at, confirmed_at,
                removed_at, removed_why, mails, mailed_at
            FROM signature WHERE \(sql: condition)
            """
        ).map { row in
            try Signature(
                id: row["id"], campaign: row["campaign"], name: row["name"], mailbox: row["mailbox"], country: row["country"],
                appearance: .init(town: row["town"], organisation: row["organisation"], sentence: row["sentence"], shown: row["shown"]),
                language: Language(try row["language"]) ?? .english, flag: row["flag"], createdAt: row["created_at"],
                confirmedAt: row["confirmed_at"], removedAt: row["removed_at"], removedWhy: row["removed_why"], mails: row["mails"],
                mailedAt: row["mailed_at"])
        }
    }
}
