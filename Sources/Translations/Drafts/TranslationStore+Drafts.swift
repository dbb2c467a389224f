internal import People
public import Storage
internal import Text
internal import Time

extension TranslationStore {
    /// A draft that waits for an editor.
    struct Waiting: Sendable {
        let key: TextKey
        let language: Language
        let draft: TranslationDraft
    }

    /// The draft of a text in a language, if somebody began one.
    static func draft(of key: TextKey, in language: Language, on db: any Reader) throws -> TranslationDraft? {
        let row = try db.row(
            """
            SELECT source, source_digest, translator, by_machine, saved_at, handed_in_at FROM translation_draft
            WHERE kind = \(key.kind) AND slug = \(key.slug) AND language = \(language.code)
            """)
        return try row.flatMap(draft)
    }

    /// How many translations are handed in and wait for an editor.
    public static func waiting(on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM translation_draft WHERE handed_in_at IS NOT NULL") ?? 0
    }

    /// Every draft, those handed in longest ago first, then those that are worked on.
    static func drafts(on db: any Reader) throws -> [Waiting] {
        try db.rows(
            """
            SELECT kind, slug, language, source, source_digest, translator, by_machine, saved_at, handed_in_at FROM translation_draft
            ORDER BY CASE WHEN handed_in_at IS NULL THEN 1 ELSE 0 END, handed_in_at, saved_at
            """
        ).compactMap { row in
            guard let language = Language(try row["language"]), let draft = try draft(row) else { return nil }
            return Waiting(key: TextKey(kind: try row["kind"], slug: try row["slug"]), language: language, draft: draft)
        }
    }

    /// Saves a draft over the one that was seen. False if somebody else saved, published or dropped it meanwhile: nothing is written then.
    static func save(
        _ saved: SavedTranslation, of key: TextKey, in language: Language, from source: (language: Language, words: TextWords),
        by person: Person?, at now: Instant, on db: any Writer
    ) throws -> Bool {
        let digest = source.words.digest
        let handedInAt = saved.isHandedIn ? now : nil
        let changed: Int
        if let seen = saved.over {
            changed = try db.run(
                """
                UPDATE translation_draft SET source = \(source.language.code), source_digest = \(digest), translator = \(saved.translator),
                    person = \(person?.id), by_machine = \(saved.isMachine), saved_at = \(max(now, seen + .milliseconds(1))),
                    handed_in_at = COALESCE(\(handedInAt), handed_in_at)
                WHERE kind = \(key.kind) AND slug = \(key.slug) AND language = \(language.code) AND saved_at = \(seen)
                """)
        } else {
            changed = try db.run(
                """
                INSERT INTO translation_draft (kind, slug, language, source, source_digest, translator, person, by_machine, saved_at,
                    handed_in_at)
                VALUES (\(key.kind), \(key.slug), \(language.code), \(source.language.code), \(digest), \(saved.translator),
                    \(person?.id), \(saved.isMachine), \(now), \(handedInAt))
                ON CONFLICT (kind, slug, language) DO NOTHING
                """)
        }
        guard changed == 1 else { return false }
        try put(saved.words, as: .draft, of: key, in: language, on: db)
        try put(source.words, as: .draftSource, of: key, in: language, on: db)
        return true
    }

    /// Takes a draft away, the one that was seen. False if it is another one now, or none.
    static func drop(of key: TextKey, in language: Language, seen: Instant, on db: any Writer) throws -> Bool {
        let dropped = try db.run(
            """
            DELETE FROM translation_draft
            WHERE kind = \(key.kind) AND slug = \(key.slug) AND language = \(language.code) AND saved_at = \(seen)
            """)
        guard dropped == 1 else { return false }
        try put(TextWords(), as: .draft, of: key, in: language, on: db)
        try put(TextWords(), as: .draftSource, of: key, in: language, on: db)
        return true
    }

    private static func draft(_ row: Row) throws -> TranslationDraft? {
        guard let source = Language(try row["source"]) else { return nil }
        return try TranslationDraft(
            source: source, sourceDigest: row["source_digest"], translator: row["translator"], isMachine: row["by_machine"],
            savedAt: row["saved_at"], handedInAt: row["handed_in_at"])
    }
}
