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
        guard let found = found(search, but: .category) else {
            return "SELECT value, count(*) AS organisations FROM directory_facet WHERE facet = 'category' GROUP BY value"
        }
        return """
            SELECT o.category AS value, count(*) AS organisations FROM (\(sql: found)) AS found CROSS JOIN organisation AS o
            WHERE o.id = found.organisation GROUP BY o.category
            """
    }

    /// The organisations that pass a filter, by their name for a reader of that language. The hot query of the directory; its plan is tested.
    /// `total` says how many pass: few are looked up and sorted, many are met while walking through the directory in its order. Left to
    /// itself a planner guesses, and guesses wrong for one or the other.
    static func entries(_ search: Search, for reader: Language, total: Int, limit: Int, offset: Int) -> SQL {
        """
        SELECT page.organisation, page.name, page.name_language, page.acronym, o.slug, o.category, o.country
        FROM (SELECT e.organisation, e.sort_key, e.name, e.name_language, e.acronym FROM \(sql: rows(search, reader, total: total))
            ORDER BY e.sort_key, e.organisation LIMIT \(limit) OFFSET \(offset)) AS page
        JOIN organisation AS o ON o.id = page.organisation
        ORDER BY page.sort_key, page.organisation
        """
    }

    /// A comma would leave the order of a join to SQLite.
    private static func rows(_ search: Search, _ reader: Language, total: Int) -> SQL {
        guard let found = found(search) else { return "directory_entry AS e WHERE e.language = \(reader.code)" }
        guard total > mostLookedUp else {
            return """
                (\(sql: found)) AS found CROSS JOIN directory_entry AS e
                WHERE e.organisation = found.organisation AND e.language = \(reader.code)
                """
        }
        let probes = conditions(search).map { probe($0, of: "e") }
        return "directory_entry AS e WHERE e.language = \(reader.code)\(sql: .joined(probes, separator: ""))"
    }

    /// So many are looked up and sorted sooner than as many and the others between them are walked through.
    private static let mostLookedUp = 5000

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

    /// The keys of those who pass a filter, each once; nil if nothing is asked. The condition that fewest meet gives the list, as far as
    /// one can say beforehand, and each of the list is probed for the others.
    static func found(_ search: Search, but left: Facet? = nil) -> SQL? {
        let conditions = conditions(search, but: left)
        guard let first = conditions.first else { return nil }
        let probes = conditions.dropFirst().map { probe($0, of: "x") }
        // A name may hold several words that begin alike.
        let once: SQL = search.filter.words == nil ? "" : "DISTINCT "
        return
            "SELECT \(sql: once)x.organisation FROM \(sql: first.table) AS x WHERE \(sql: first.isMet)\(sql: .joined(probes, separator: ""))"
    }

    private typealias Condition = (table: SQL, isMet: SQL)

    /// What each row of some table must meet; the strictest first, as far as one can say beforehand.
    private static func conditions(_ search: Search, but left: Facet? = nil) -> [Condition] {
        let filter = search.filter
        let facets: [(facet: Facet, values: [String]?)] = [
            (.country, filter.country.map { [$0.code] }), (.network, search.network.map { [String($0)] }),
            (.theme, filter.theme.map { [$0] }),
            (.language, filter.language.map { [$0.code] }), (.area, filter.area.map { [$0.code] }),
            (.category, filter.category?.family.map(\.rawValue)),
        ]
        let words = filter.words.map(beginnings(of:)) ?? []
        return words
            + facets.filter { $0.facet != left }.compactMap { facet, values in
                values.map { ("directory_facet", "facet = \(facet.rawValue) AND value IN \(list: $0)") }
            }
    }

    /// That an organisation meets a condition, by the index of its rows.
    private static func probe(_ condition: Condition, of rows: SQL) -> SQL {
        " AND EXISTS (SELECT 1 FROM \(sql: condition.table) AS y WHERE y.organisation = \(sql: rows).organisation AND \(sql: condition.isMet))"
    }

    /// A range instead of `LIKE`: an index serves it on both engines, and `%` and `_` mean nothing. No character comes after U+10FFFF.
    private static func beginnings(of typed: String) -> [Condition] {
        let words = SearchWords.sought(typed)
        // Signs alone are no words, and no name holds them.
        guard !words.isEmpty else { return [("directory_word", "1 = 0")] }
        return words.map { ("directory_word", "word >= \($0) AND word <= \($0 + "\u{10FFFF}")") }
    }
}
