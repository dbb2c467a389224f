internal import Geography
public import Storage
public import Text

extension OrganisationStore {
    /// The organisations that pass a filter, by their name for a reader of that language.
    static func entries(
        _ filter: DirectoryFilter, for reader: Language, limit: Int, offset: Int, on db: any Reader
    ) throws -> [DirectoryEntry] {
        try db.rows(entries(filter, network: try network(filter, on: db), for: reader, limit: limit, offset: offset)).map(
            DirectoryEntry.init)
    }

    /// Those of these organisations that everybody may see, by their name for a reader of that language.
    public static func entries(of ids: [Int64], for reader: Language, on db: any Reader) throws -> [DirectoryEntry] {
        try db.rows(
            """
            SELECT e.organisation, e.name, e.name_language, e.acronym, o.slug, o.category, o.country
            FROM directory_entry AS e JOIN organisation AS o ON o.id = e.organisation
            WHERE e.language = \(reader.code) AND e.organisation IN \(list: ids) ORDER BY e.sort_key, e.organisation
            """
        ).map(DirectoryEntry.init)
    }

    /// The hot query of the directory; its plan is tested.
    static func entries(_ filter: DirectoryFilter, network: Int64?, for reader: Language, limit: Int, offset: Int) -> SQL {
        """
        SELECT e.organisation, e.name, e.name_language, e.acronym, o.slug, o.category, o.country
        FROM directory_entry AS e JOIN organisation AS o ON o.id = e.organisation
        WHERE e.language = \(reader.code)\(sql: conditions(filter, network: network, on: "e.organisation"))
        ORDER BY e.sort_key, e.organisation LIMIT \(limit) OFFSET \(offset)
        """
    }

    /// How many organisations there are of each category that pass the rest of a filter; a category of the top holds those beneath it.
    static func counts(_ filter: DirectoryFilter, on db: any Reader) throws -> [Category: Int] {
        try db.rows(counts(filter.under(nil), network: try network(filter, on: db))).reduce(into: [:]) { counts, row in
            counts[try row["value"]] = try row["organisations"]
        }
    }

    static func counts(_ filter: DirectoryFilter, network: Int64?) -> SQL {
        """
        SELECT f.value, count(*) AS organisations FROM directory_facet AS f
        WHERE f.facet = 'category'\(sql: conditions(filter, network: network, on: "f.organisation")) GROUP BY f.value
        """
    }

    /// How many members each of these networks has that everybody may see.
    static func memberCounts(_ networks: [Int64], on db: any Reader) throws -> [Int64: Int] {
        try db.rows(
            """
            SELECT value, count(*) AS members FROM directory_facet
            WHERE facet = 'network' AND value IN \(list: networks.map(String.init)) GROUP BY value
            """
        ).reduce(into: [:]) { counts, row in
            if let network = Int64(try row["value"] as String) { counts[network] = try row["members"] }
        }
    }

    /// The network that a filter names, if everybody may see it: an unknown and a hidden one are the same, and have no members.
    static func network(_ filter: DirectoryFilter, on db: any Reader) throws -> Int64? {
        guard let slug = filter.network else { return nil }
        return try db.value("SELECT id FROM organisation WHERE slug = \(slug) AND visibility = 'everyone'") ?? 0
    }

    static func conditions(_ filter: DirectoryFilter, network: Int64?, on organisation: SQL) -> SQL {
        let facets: [(Facet, String?)] = [
            (.category, filter.category?.rawValue), (.country, filter.country?.code), (.area, filter.area?.code), (.theme, filter.theme),
            (.language, filter.language?.code), (.network, network.map(String.init)),
        ]
        var conditions = facets.compactMap { facet, value -> SQL? in
            value.map { value in
                """
                 AND \(sql: organisation) IN (SELECT organisation FROM directory_facet WHERE facet = \(facet.rawValue) AND value = \(value))
                """
            }
        }
        if let typed = filter.words {
            let words = SearchWords.sought(typed)
            // Signs alone are no words, and no name holds them.
            conditions += words.isEmpty ? [" AND 1 = 0"] : words.map { beginning(with: $0, on: organisation) }
        }
        return .joined(conditions, separator: "")
    }

    /// A range instead of `LIKE`: an index serves it on both engines, and `%` and `_` mean nothing. No character comes after U+10FFFF.
    private static func beginning(with word: String, on organisation: SQL) -> SQL {
        """
         AND \(sql: organisation) IN (SELECT organisation FROM directory_word
        WHERE word >= \(word) AND word <= \(word + "\u{10FFFF}"))
        """
    }
}
