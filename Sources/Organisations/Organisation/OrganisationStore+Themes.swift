public import Storage
public import Text

extension OrganisationStore {
    /// All themes in their order, for a reader of that language.
    public static func themes(for reader: Language, on db: any Reader) throws -> [Theme] {
        try db.rows(
            """
            SELECT t.slug, w.title, w.language FROM theme AS t JOIN theme_text AS w ON w.theme = t.slug AND w.language = (
                SELECT language FROM theme_text AS o WHERE o.theme = t.slug
                ORDER BY CASE language WHEN \(reader.code) THEN 0 WHEN 'en' THEN 1 ELSE 2 END, language LIMIT 1)
            ORDER BY t.position, t.slug
            """
        ).map { row in try Theme(slug: row["slug"], title: row["title"], language: Language(row["language"]) ?? .english) }
    }

    /// Writes a theme with its titles; one that has this slug is brought up to date.
    public static func putTheme(_ slug: String, position: Int, titles: [Language: String], on db: any Writer) throws {
        try db.run(
            """
            INSERT INTO theme (slug, position) VALUES (\(slug), \(position))
            ON CONFLICT (slug) DO UPDATE SET position = excluded.position
            """)
        try db.run("DELETE FROM theme_text WHERE theme = \(slug)")
        try put(
            titles.map { language, title in [slug, language.code, title] }, "INSERT INTO theme_text (theme, language, title)", on: db)
        db.touch("organisations")
    }
}
