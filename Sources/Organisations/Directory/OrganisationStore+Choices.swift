internal import Storage
internal import Text

extension OrganisationStore {
    /// Every value of a facet that occurs. Steps from one to the next by the index, however many organisations have it.
    static func known(_ facet: Facet, on db: any Reader) throws -> [String] {
        try db.rows(
            """
            WITH RECURSIVE known (value) AS (
                SELECT min(value) FROM directory_facet WHERE facet = \(facet.rawValue)
                UNION ALL
                SELECT (SELECT min(f.value) FROM directory_facet AS f WHERE f.facet = \(facet.rawValue) AND f.value > known.value)
                FROM known WHERE known.value IS NOT NULL)
            SELECT value FROM known WHERE value IS NOT NULL
            """
        ).map { try $0["value"] }
    }

    /// The networks that have members, by name, at most so many.
    static func networks(for reader: Language, limit: Int, on db: any Reader) throws -> [DirectoryChoices.Network] {
        let known = try known(.network, on: db).compactMap { Int64($0) }
        return try networks("e.organisation IN \(list: known)", reader, limit, on: db)
    }

    /// One organisation as a network to choose, if everybody may see it.
    static func network(_ id: Int64, for reader: Language, on db: any Reader) throws -> DirectoryChoices.Network? {
        try networks("e.organisation = \(id)", reader, 1, on: db).first
    }

    private static func networks(_ condition: SQL, _ reader: Language, _ limit: Int, on db: any Reader) throws -> [DirectoryChoices.Network]
    {
        try db.rows(
            """
            SELECT o.slug, e.name, e.name_language, e.acronym FROM directory_entry AS e JOIN organisation AS o ON o.id = e.organisation
            WHERE e.language = \(reader.code) AND \(sql: condition) ORDER BY e.sort_key, e.organisation LIMIT \(limit)
            """
        ).map { row in
            try DirectoryChoices.Network(
                slug: row["slug"],
                name: Organisation.Name(
                    language: Language(row["name_language"]) ?? .english, name: row["name"], acronym: row["acronym"]))
        }
    }
}
