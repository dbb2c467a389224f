internal import Geography
public import Storage
public import Text

extension OrganisationStore {
    /// A filter with its network looked up, ready to become conditions.
    struct Search: Sendable {
        let filter: DirectoryFilter
        /// The network that the filter names, if everybody may see it: an unknown and a hidden one are the same, and have no members.
        let network: Int64?

        init(_ filter: DirectoryFilter, on db: any Reader) throws {
            self.filter = filter
            network = try filter.network.map { slug in
                try db.value("SELECT id FROM organisation WHERE slug = \(slug) AND visibility = 'everyone'") ?? 0
            }
        }
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

    /// How many organisations there are of each category that pass the rest of a filter; a category of the top holds those beneath it.
    static func counts(_ search: Search, on db: any Reader) throws -> [Category: Int] {
        let own: [Category: Int] = try db.rows(counts(search)).reduce(into: [:]) { counts, row in
            counts[try row["value"]] = try row["organisations"]
        }
        let families = Category.allCases.map { category in (category, category.family.reduce(0) { $0 + (own[$1] ?? 0) }) }
        return Dictionary(uniqueKeysWithValues: families.filter { $0.1 > 0 })
    }

    /// Its plan is tested.
    static func counts(_ search: Search) -> SQL {
        """
        SELECT f.value, count(*) AS organisations FROM directory_facet AS f
        WHERE f.facet = 'category'\(sql: conditions(search, but: .category, on: "f.organisation")) GROUP BY f.value
        """
    }

    /// The organisations that pass a filter, by their name for a reader of that language. The hot query of the directory; its plan is tested.
    /// `total` says how many pass: few are looked up and sorted, many are met while walking through the directory in its order. Left to
    /// itself a planner guesses, and guesses wrong for one or the other.
    static func entries(_ search: Search, for reader: Language, total: Int, limit: Int, offset: Int) -> SQL {
        let isFew = total <= mostLookedUp && !search.filter.isEmpty
        // A comma would leave the order of the join to SQLite; a plus keeps an index from being used.
        let source: SQL =
            isFew
            ? "organisation AS one CROSS JOIN directory_entry AS e WHERE e.organisation = one.id AND" : "directory_entry AS e WHERE"
        return """
            SELECT page.organisation, page.name, page.name_language, page.acronym, o.slug, o.category, o.country
            FROM (SELECT e.organisation, e.sort_key, e.name, e.name_language, e.acronym FROM \(sql: source)
                e.language = \(reader.code)\(sql: conditions(search, on: isFew ? "one.id" : "+e.organisation"))
                ORDER BY e.sort_key, e.organisation LIMIT \(limit) OFFSET \(offset)) AS page
            JOIN organisation AS o ON o.id = page.organisation
            ORDER BY page.sort_key, page.organisation
            """
    }

    /// So many are looked up and sorted sooner than ten thousand are walked through.
    private static let mostLookedUp = 1000

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

    static func conditions(_ search: Search, but left: Facet? = nil, on organisation: SQL) -> SQL {
        let filter = search.filter
        let facets: [(facet: Facet, values: [String]?)] = [
            (.category, filter.category?.family.map(\.rawValue)), (.country, filter.country.map { [$0.code] }),
            (.area, filter.area.map { [$0.code] }), (.theme, filter.theme.map { [$0] }), (.language, filter.language.map { [$0.code] }),
            (.network, search.network.map { [String($0)] }),
        ]
        var conditions = facets.filter { $0.facet != left }.compactMap { facet, values in
            values.map { condition("directory_facet", "facet = \(facet.rawValue) AND value IN \(list: $0)", on: organisation) }
        }
        if let typed = filter.words {
            let words = SearchWords.sought(typed)
            // Signs alone are no words, and no name holds them.
            conditions += words.isEmpty ? [" AND 1 = 0"] : []
            conditions += words.map { condition("directory_word", beginning(with: $0), on: organisation) }
        }
        return .joined(conditions, separator: "")
    }

    private static func condition(_ table: SQL, _ isMet: SQL, on organisation: SQL) -> SQL {
        " AND \(sql: organisation) IN (SELECT x.organisation FROM \(sql: table) AS x WHERE \(sql: isMet))"
    }

    /// A range instead of `LIKE`: an index serves it on both engines, and `%` and `_` mean nothing. No character comes after U+10FFFF.
    private static func beginning(with word: String) -> SQL {
        "word >= \(word) AND word <= \(word + "\u{10FFFF}")"
    }
}
