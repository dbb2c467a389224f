internal import People
public import Storage
internal import Text
internal import Time

extension SignatureStore {
    /// The people who signed last and chose to be shown.
    public func recentlyShown(of campaign: Int64, limit: Int, on db: any Reader) throws -> [ShownSignature] {
        try db.rows(
            """
            SELECT name, country, town, organisation, sentence, language FROM signature
            WHERE campaign = \(campaign) AND shown = 1 AND confirmed_at IS NOT NULL AND removed_at IS NULL
            ORDER BY confirmed_at DESC LIMIT \(limit)
            """
        ).map { row in
            try ShownSignature(
                name: row["name"], country: row["country"],
                appearance: .init(town: row["town"], organisation: row["organisation"], sentence: row["sentence"], shown: true),
                language: Language(try row["language"]) ?? .english)
        }
    }

    /// Signatures that wait for their confirmation since before `instant` and were not reminded, oldest first.
    func unreminded(before instant: Instant, limit: Int, on db: any Reader) throws -> [Signature] {
        try signatures(
            """
            confirmed_at IS NULL AND removed_at IS NULL AND created_at < \(instant) AND reminded_at IS NULL
                AND mails < \(Signature.maximumMails) AND (flag IS NULL OR flag <> 'mailbox')
            ORDER BY created_at LIMIT \(limit)
            """, on: db)
    }

    /// Marks that the one reminder of a signature is written; false if another node was quicker or it was confirmed meanwhile.
    func markReminded(_ id: Int64, at now: Instant, on db: any Writer) throws -> Bool {
        try db.run(
            """
            UPDATE signature SET reminded_at = \(now)
            WHERE id = \(id) AND reminded_at IS NULL AND confirmed_at IS NULL AND removed_at IS NULL
            """) == 1
    }

    /// Erases up to `limit` signatures that were never confirmed, with their keys and consents. Returns how many.
    func eraseUnconfirmed(before instant: Instant, limit: Int, on db: any Writer) throws -> Int {
        let ids = try db.rows(
            """
            SELECT id FROM signature WHERE confirmed_at IS NULL AND removed_at IS NULL AND created_at < \(instant)
            ORDER BY created_at LIMIT \(limit)
            """
        ).map { row -> Int64 in try row["id"] }
        for id in ids {
            try ConsentStore.erase(of: Self.holder(id), on: db)
            try db.run("DELETE FROM signature WHERE id = \(id)")
        }
        return ids.count
    }

    /// Forgets the hashed addresses of forms that came before `instant`.
    func forgetSources(before instant: Instant, on db: any Writer) throws {
        try db.run("UPDATE signature SET source = NULL WHERE source IS NOT NULL AND created_at < \(instant)")
    }

    func signature(_ condition: SQL, on db: any Reader) throws -> Signature? {
        try signatures(condition, on: db).first
    }

    private func signatures(_ condition: SQL, on db: any Reader) throws -> [Signature] {
        try db.rows(
            """
            SELECT id, campaign, name, mailbox, country, town, organisation, sentence, shown, language, created_at, confirmed_at,
                removed_at, removed_why, mails, mailed_at
            FROM signature WHERE \(sql: condition)
            """
        ).map { row in
            let why: String? = try row["removed_why"]
            return try Signature(
                id: row["id"], campaign: row["campaign"], name: row["name"], mailbox: row["mailbox"], country: row["country"],
                appearance: .init(town: row["town"], organisation: row["organisation"], sentence: row["sentence"], shown: row["shown"]),
                language: Language(try row["language"]) ?? .english, createdAt: row["created_at"], confirmedAt: row["confirmed_at"],
                removedAt: row["removed_at"], removedWhy: why.flatMap(Signature.Removal.init(rawValue:)), mails: row["mails"],
                mailedAt: row["mailed_at"])
        }
    }
}
