public import People
public import Storage
public import Text
public import Time

/// All SQL about what translations were made from.
public enum TranslationStore {
    /// An editor is about to write a text in one language by hand. In the original, whatever is published in other languages is noted as made
    /// from what the original said until now. In another language, a translation that follows its original goes on doing so.
    ///
    /// - Parameter text: as it is before.
    public static func edited(
        _ text: PublishedText, in language: Language, main: Language, by person: Person, at now: Instant, on db: any Writer
    ) throws {
        let translated = try read(text, main: main, on: db)
        guard let original = text.versions[translated.original] else { return }
        if language == translated.original {
            for other in text.versions.keys where other != language && translated.records[other] == nil {
                let record = TranslationRecord(source: language, sourceDigest: original.words.digest, translator: "", madeAt: nil)
                try put(record, of: text.key, in: other, from: original.words, by: nil, on: db)
            }
        } else if !translated.isOutdated(language) {
            try follow(translated, in: language, translator: person.name, by: person, at: now, on: db)
        }
    }

    /// Whether a text in one language is a machine's that nobody has checked: it stays one, whoever mends a word of it, until somebody says
    /// beside its original that they checked it. What others follow is checked by whoever writes it.
    public static func isUnchecked(_ text: PublishedText, in language: Language, main: Language, on db: any Reader) throws -> Bool {
        try text.versions[language]?.isMachine == true && read(text, main: main, on: db).original != language
    }

    /// A text with what is known about its translations. Without a word of an editor, the original is the one in the site's main language.
    static func read(_ text: PublishedText, main: Language, on db: any Reader) throws -> TranslatedText {
        let key = text.key
        let said = try db.value(
            "SELECT language FROM translation_original WHERE kind = \(key.kind) AND slug = \(key.slug)", as: String.self
        ).flatMap { Language($0) }
        let rows = try db.rows(
            """
            SELECT language, source, source_digest, translator, made_at FROM translation
            WHERE kind = \(key.kind) AND slug = \(key.slug)
            """)
        var records: [Language: TranslationRecord] = [:]
        for row in rows {
            guard let language = Language(try row["language"]), let source = Language(try row["source"]) else { continue }
            records[language] = try TranslationRecord(
                source: source, sourceDigest: row["source_digest"], translator: row["translator"], madeAt: row["made_at"])
        }
        let first = text.versions.keys.min { $0.code < $1.code } ?? main
        let original = [said, main, .english].compactMap { $0 }.first { text.versions[$0] != nil } ?? first
        return TranslatedText(text: text, original: original, records: records)
    }

    /// From now on the others follow this language.
    static func setOriginal(_ language: Language, of key: TextKey, on db: any Writer) throws {
        try db.run(
            """
            INSERT INTO translation_original (kind, slug, language) VALUES (\(key.kind), \(key.slug), \(language.code))
            ON CONFLICT (kind, slug) DO UPDATE SET language = excluded.language
            """)
        try db.run(
            "DELETE FROM translation WHERE kind = \(key.kind) AND slug = \(key.slug) AND language = \(language.code)")
    }

    /// Notes that a translation says what its original says now.
    static func follow(
        _ text: TranslatedText, in language: Language, translator: String, by person: Person?, at now: Instant, on db: any Writer
    ) throws {
        guard language != text.original, let original = text.text.versions[text.original]?.words else { return }
        let record = TranslationRecord(source: text.original, sourceDigest: original.digest, translator: translator, madeAt: now)
        try put(record, of: text.text.key, in: language, from: original, by: person, on: db)
    }

    static func put(
        _ record: TranslationRecord, of key: TextKey, in language: Language, from source: TextWords, by person: Person?, on db: any Writer
    ) throws {
        try db.run(
            """
            INSERT INTO translation (kind, slug, language, source, source_digest, translator, person, made_at)
            VALUES (\(key.kind), \(key.slug), \(language.code), \(record.source.code), \(record.sourceDigest), \(record.translator),
                \(person?.id), \(record.madeAt))
            ON CONFLICT (kind, slug, language) DO UPDATE SET source = excluded.source, source_digest = excluded.source_digest,
                translator = excluded.translator, person = excluded.person, made_at = excluded.made_at
            """)
        try put(source, as: .source, of: key, in: language, on: db)
    }

    /// Takes the translator's name away, and leaves the translation.
    static func forgetTranslator(of key: TextKey, in language: Language, on db: any Writer) throws {
        for table: SQL in ["translation", "translation_draft"] {
            try db.run(
                """
                UPDATE \(sql: table) SET translator = '', person = NULL
                WHERE kind = \(key.kind) AND slug = \(key.slug) AND language = \(language.code)
                """)
        }
    }

    /// Which words are kept beside a text.
    enum Part: String {
        /// What the published translation was made from.
        case source
        /// The draft.
        case draft
        /// What the draft was made from.
        case draftSource
    }

    static func words(_ part: Part, of key: TextKey, in language: Language, on db: any Reader) throws -> TextWords {
        let rows = try db.rows(
            """
            SELECT field, words FROM translation_words
            WHERE kind = \(key.kind) AND slug = \(key.slug) AND language = \(language.code) AND part = \(part.rawValue)
            """)
        return TextWords(try rows.reduce(into: [:]) { $0[try $1["field"]] = try $1["words"] })
    }

    static func put(_ words: TextWords, as part: Part, of key: TextKey, in language: Language, on db: any Writer) throws {
        try db.run(
            """
            DELETE FROM translation_words
            WHERE kind = \(key.kind) AND slug = \(key.slug) AND language = \(language.code) AND part = \(part.rawValue)
            """)
        for (field, text) in words.fields {
            try db.run(
                """
                INSERT INTO translation_words (kind, slug, language, part, field, words)
                VALUES (\(key.kind), \(key.slug), \(language.code), \(part.rawValue), \(field), \(text))
                """)
        }
    }
}
