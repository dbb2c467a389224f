internal import Storage
internal import Text
internal import Time

extension TranslationStore {
    /// What carries somebody's name.
    struct Work: Sendable {
        let key: TextKey
        let language: Language
        let translator: String
        let at: Instant?
    }

    /// What a person with an account translated, and what they have in the making.
    static func works(of person: Int64, on db: any Reader) throws -> [Work] {
        try db.rows(
            """
            SELECT kind, slug, language, translator, made_at AS at FROM translation WHERE person = \(person)
            UNION ALL SELECT kind, slug, language, translator, saved_at AS at FROM translation_draft WHERE person = \(person)
            """
        ).compactMap { row in
            guard let language = Language(try row["language"]) else { return nil }
            return try Work(
                key: TextKey(kind: row["kind"], slug: row["slug"]), language: language, translator: row["translator"], at: row["at"])
        }
    }

    /// Takes a person's name off what they translated; the words are the site's.
    static func forget(_ person: Int64, on db: any Writer) throws {
        for table: SQL in ["translation", "translation_draft"] {
            try db.run("UPDATE \(sql: table) SET translator = '', person = NULL WHERE person = \(person)")
        }
        try db.run("UPDATE translation_link SET person = NULL WHERE person = \(person)")
    }
}
