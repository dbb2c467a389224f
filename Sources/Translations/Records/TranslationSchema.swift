public import Storage

/// The tables of translations.
public enum TranslationSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "translations-001", "What translations were made from, drafts that nobody else sees, and links for translators",
            [
                """
                CREATE TABLE translation_original (
                    kind \(type: .text) NOT NULL,
                    slug \(type: .text) NOT NULL,
                    language \(type: .text) NOT NULL,
                    PRIMARY KEY (kind, slug)
                )
                """,
                """
                CREATE TABLE translation (
                    kind \(type: .text) NOT NULL,
                    slug \(type: .text) NOT NULL,
                    language \(type: .text) NOT NULL,
                    source \(type: .text) NOT NULL,
                    source_digest \(type: .text) NOT NULL,
                    translator \(type: .text) NOT NULL,
                    person \(type: .integer) REFERENCES person (id) ON DELETE SET NULL,
                    made_at \(type: .integer),
                    PRIMARY KEY (kind, slug, language)
                )
                """,
                """
                CREATE TABLE translation_draft (
                    kind \(type: .text) NOT NULL,
                    slug \(type: .text) NOT NULL,
                    language \(type: .text) NOT NULL,
                    source \(type: .text) NOT NULL,
                    source_digest \(type: .text) NOT NULL,
                    translator \(type: .text) NOT NULL,
                    person \(type: .integer) REFERENCES person (id) ON DELETE SET NULL,
                    by_machine \(type: .integer) NOT NULL,
                    saved_at \(type: .integer) NOT NULL,
                    handed_in_at \(type: .integer),
                    PRIMARY KEY (kind, slug, language)
                )
                """,
                // The words of a draft, and of what drafts and translations were made from.
                """
                CREATE TABLE translation_words (
                    kind \(type: .text) NOT NULL,
                    slug \(type: .text) NOT NULL,
                    language \(type: .text) NOT NULL,
                    part \(type: .text) NOT NULL,
                    field \(type: .text) NOT NULL,
                    words \(type: .text) NOT NULL,
                    PRIMARY KEY (kind, slug, language, part, field)
                )
                """,
                """
                CREATE TABLE translation_link (
                    id \(type: .key),
                    hash \(type: .bytes) NOT NULL UNIQUE,
                    kind \(type: .text) NOT NULL,
                    slug \(type: .text) NOT NULL,
                    language \(type: .text) NOT NULL,
                    source \(type: .text) NOT NULL,
                    purpose \(type: .text) NOT NULL,
                    person \(type: .integer) REFERENCES person (id) ON DELETE SET NULL,
                    made_at \(type: .integer) NOT NULL,
                    expires_at \(type: .integer) NOT NULL,
                    ended_at \(type: .integer),
                    used_at \(type: .integer)
                )
                """,
                "CREATE INDEX translation_link_of ON translation_link (kind, slug, language)",
            ])
    ]
}
