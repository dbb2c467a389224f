internal import People
internal import Secrets
internal import Storage
internal import Text
internal import Time

extension TranslationStore {
    private static let columns: SQL = "id, kind, slug, language, source, purpose, made_at, expires_at, ended_at, used_at"

    /// Makes a link. Those that ended long ago are forgotten with it.
    static func makeLink(
        for key: TextKey, in language: Language, from source: Language, purpose: String, by person: Person, at now: Instant,
        on db: any Writer
    ) throws -> Token {
        let token = Token.random()
        try db.run("DELETE FROM translation_link WHERE expires_at <= \(now - TranslationLink.remembered)")
        try db.run(
            """
            INSERT INTO translation_link (hash, kind, slug, language, source, purpose, person, made_at, expires_at)
            VALUES (\(token.hash), \(key.kind), \(key.slug), \(language.code), \(source.code), \(purpose), \(person.id), \(now),
                \(now + TranslationLink.holds))
            """)
        return token
    }

    /// The link with that token, whether it still works or not.
    static func link(_ token: Token, on db: any Reader) throws -> TranslationLink? {
        try db.row("SELECT \(sql: columns) FROM translation_link WHERE hash = \(token.hash)").flatMap(link)
    }

    /// Every link that works, the newest first; with a key, those for one text in one language.
    static func links(of key: TextKey? = nil, in language: Language? = nil, at now: Instant, on db: any Reader) throws -> [TranslationLink]
    {
        var conditions: [SQL] = ["ended_at IS NULL", "expires_at > \(now)"]
        if let key { conditions += ["kind = \(key.kind)", "slug = \(key.slug)"] }
        if let language { conditions.append("language = \(language.code)") }
        return try db.rows(
            """
            SELECT \(sql: columns) FROM translation_link WHERE \(sql: .joined(conditions, separator: " AND ")) ORDER BY id DESC LIMIT 200
            """
        ).compactMap(link)
    }

    /// Ends a link of that text. False if there is none that works.
    static func endLink(_ id: Int64, of key: TextKey, in language: Language, at now: Instant, on db: any Writer) throws -> Bool {
        try db.run(
            """
            UPDATE translation_link SET ended_at = \(now)
            WHERE id = \(id) AND kind = \(key.kind) AND slug = \(key.slug) AND language = \(language.code) AND ended_at IS NULL
            """) == 1
    }

    /// Something was saved by it.
    static func use(_ id: Int64, at now: Instant, on db: any Writer) throws {
        try db.run("UPDATE translation_link SET used_at = \(now) WHERE id = \(id)")
    }

    private static func link(_ row: Row) throws -> TranslationLink? {
        guard let language = Language(try row["language"]), let source = Language(try row["source"]) else { return nil }
        return try TranslationLink(
            id: row["id"], key: TextKey(kind: row["kind"], slug: row["slug"]), language: language, source: source, purpose: row["purpose"],
            madeAt: row["made_at"], expiresAt: row["expires_at"], endedAt: row["ended_at"], usedAt: row["used_at"])
    }
}
