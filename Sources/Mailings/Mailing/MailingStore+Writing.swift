internal import Geography
internal import People
internal import Storage
internal import Text
internal import Time

extension MailingStore {
    /// Begins a mailing, with the words and the audience of an earlier one if there is one to copy. Answers its key.
    static func begin(copying earlier: Mailing?, by person: Int64?, at now: Instant, on db: any Writer) throws -> Int64 {
        let id: Int64? = try db.value(
            "INSERT INTO mailing (created_at, created_by, public) VALUES (\(now), \(person), 0) RETURNING id")
        guard let id else { preconditionFailure("an INSERT that returned no number") }
        if let earlier {
            try set(earlier.audience, isPublic: earlier.isPublic, of: id, on: db)
            for words in earlier.words { try set(words, of: id, at: now, on: db) }
        }
        return id
    }

    /// Says whom a draft is for, and whether it will stand in the archive. False if it is no draft any more.
    @discardableResult
    static func set(_ audience: Audience, isPublic: Bool, of id: Int64, on db: any Writer) throws -> Bool {
        let changed = try db.run(
            """
            UPDATE mailing SET role = \(audience.role), category = \(audience.category), region = \(audience.region),
                country = \(audience.country), network = \(audience.network), campaign = \(audience.campaign),
                language = \(audience.language), public = \(isPublic)
            WHERE id = \(id) AND approved_at IS NULL
            """)
        guard changed == 1 else { return false }
        try db.run("DELETE FROM mailing_source WHERE mailing = \(id)")
        for source in audience.sources.sorted() {
            try db.run("INSERT INTO mailing_source (mailing, source) VALUES (\(id), \(source))")
        }
        return true
    }

    /// Writes the words of a draft in one language. False if it is no draft any more.
    @discardableResult
    static func set(_ words: MailingWords, of id: Int64, at now: Instant, on db: any Writer) throws -> Bool {
        guard try isDraft(id, on: db) else { return false }
        try db.run(
            """
            INSERT INTO mailing_words (mailing, language, subject, body, changed_at)
            VALUES (\(id), \(words.language.code), \(words.subject), \(words.body), \(now))
            ON CONFLICT (mailing, language) DO UPDATE SET subject = excluded.subject, body = excluded.body, changed_at = excluded.changed_at
            """)
        return true
    }

    /// Takes the words of a draft in one language away. False if it is no draft any more.
    static func removeWords(in language: Language, of id: Int64, on db: any Writer) throws -> Bool {
        guard try isDraft(id, on: db) else { return false }
        try db.run("DELETE FROM mailing_words WHERE mailing = \(id) AND language = \(language.code)")
        return true
    }

    /// Throws a draft away. False if it is none any more.
    static func remove(_ id: Int64, on db: any Writer) throws -> Bool {
        try db.run("DELETE FROM mailing WHERE id = \(id) AND approved_at IS NULL") == 1
    }

    /// Whether it is still a draft; on a server with several writers it stays one until this write ends.
    static func isDraft(_ id: Int64, on db: any Writer) throws -> Bool {
        try db.row(
            "SELECT id FROM mailing WHERE id = \(id) AND approved_at IS NULL\(sql: .engine(sqlite: "", postgres: " FOR UPDATE"))") != nil
    }
}
