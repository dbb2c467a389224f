public import Storage
internal import Text

/// All SQL of the graph. Visibility is decided here, by query, so that nothing hidden leaks through a list or a count.
public enum GraphStore {
    /// Writes a thing as it is now: its row, and its words in every language it has. Belongs into the transaction of its feature.
    public static func put(_ thing: Thing, on db: any Writer) throws {
        let row = try db.row(
            """
            INSERT INTO thing (kind, item, slug, visibility, country, starts_at, ends_at)
            VALUES (\(thing.kind.name), \(thing.id), \(thing.slug), \(thing.visibility.rawValue), \(thing.country), \(thing.startsAt), \(thing.endsAt))
            ON CONFLICT (kind, item) DO UPDATE SET slug = excluded.slug, visibility = excluded.visibility, country = excluded.country,
                starts_at = excluded.starts_at, ends_at = excluded.ends_at
            RETURNING id
            """)
        guard let key: Int64 = try row?["id"] else { return }
        try db.run("DELETE FROM thing_text WHERE thing = \(key)")
        for (language, words) in thing.words {
            try db.run(
                """
                INSERT INTO thing_text (thing, language, title, summary) VALUES (\(key), \(language.code), \(words.title), \(words.summary))
                """)
        }
        db.touch("things")
    }

    /// Kind and slug of everything that everybody may see, for the site map; oldest first, at most `limit`.
    public static func addresses(limit: Int, on db: any Reader) throws -> [(kind: Thing.Kind, slug: String)] {
        try db.rows(
            "SELECT kind, slug FROM thing WHERE visibility = 'everyone' ORDER BY id LIMIT \(limit)"
        ).map { row in (kind: Thing.Kind(try row["kind"]), slug: try row["slug"]) }
    }
}
