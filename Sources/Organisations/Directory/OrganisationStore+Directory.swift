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
        guard let found = found(search, ofAnyCategory: true) else {
            return "SELECT value, count(*) AS organisations FROM directory_facet WHERE facet = 'category' GROUP BY value"
        }
        return "SELECT found.category AS value, count(*) AS organisations FROM (\(sql: found)) AS found GROUP BY found.category"
    }

    /// The organisations that pass a filter, by their name for a reader of that language. The hot query of the directory; its plan is tested.
    /// `total` says how many pass: few are looked up and sorted, many are met while walking through the directory in its order. Left to
    /// itself a planner guesses, and guesses wrong for one or the other.
    static func entries(_ search: Search, for reader: Language, total: Int, limit: Int, offset: Int) -> SQL {
        """
        SELECT page.organisation, e.name, e.name_language, e.acronym, o.slug, o.category, o.country
        FROM (SELECT e.organisation, e.sort_key FROM \(sql: rows(search, reader, total: total))
            ORDER BY e.sort_key, e.organisation LIMIT \(limit) OFFSET \(offset)) AS page
        CROSS JOIN directory_entry AS e CROSS JOIN organisation AS o
        WHERE e.language = \(reader.code) AND e.sort_key = page.sort_key AND e.organisation = page.organisation AND o.id = page.organisation
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
        let conditions = conditions(search) + (search.filter.category.map { [Condition(isOf: $0)] } ?? [])
        return "directory_entry AS e WHERE e.language = \(reader.code)\(sql: .joined(conditions.map { $0.probe(of: "e") }, separator: ""))"
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

    /// The keys and categories of those who pass a filter, each once; nil if nothing is asked. The condition that fewest meet gives the
    /// list, as far as one can say beforehand, and each of the list is probed for the others.
    static func found(_ search: Search, ofAnyCategory: Bool = false) -> SQL? {
        let category = ofAnyCategory ? nil : search.filter.category
        let conditions = conditions(search)
        guard let first = conditions.first ?? category.map(Condition.init(isOf:)) else { return nil }
        let probes = conditions.dropFirst().map { $0.probe(of: "x") }
        let within: SQL = category.map { " AND x.category IN \(list: $0.family.map(\.rawValue))" } ?? ""
        return """
            SELECT \(sql: first.isRepeated ? "DISTINCT " : "")x.organisation, x.category FROM \(sql: first.table) AS x
            WHERE \(sql: first.isMet)\(sql: within)\(sql: .joined(probes, separator: ""))
            """
    }

    /// What some row of an organisation must meet.
    private struct Condition {
        let table: SQL
        let isMet: SQL
        /// Whether several rows of one organisation can meet it.
        var isRepeated = false

        init(_ facet: Facet, _ values: [String]) {
            table = "directory_facet"
            isMet = "facet = \(facet.rawValue) AND value IN \(list: values)"
        }

        init(isOf category: Category) { self.init(.category, category.family.map(\.rawValue)) }

        /// That a name has a word which begins so. A range instead of `LIKE`: an index serves it on both engines, and `%` and `_` mean
        /// nothing. No character comes after U+10FFFF.
        init(begins word: String) {
            table = "directory_word"
            let isInitial = word.unicodeScalars.count == 1
            isMet = isInitial ? "word = \(word)" : "word >= \(word) AND word <= \(word + "\u{10FFFF}")"
            isRepeated = !isInitial
        }

        /// What no organisation meets.
        static let never = Condition(table: "directory_word", isMet: "1 = 0")

        private init(table: SQL, isMet: SQL) {
            self.table = table
            self.isMet = isMet
        }

        /// That an organisation meets it, by the index of its rows.
        func probe(of rows: SQL) -> SQL {
            " AND EXISTS (SELECT 1 FROM \(sql: table) AS y WHERE y.organisation = \(sql: rows).organisation AND \(sql: isMet))"
        }
    }

    /// What is asked but for the category; the strictest first, as far as one can say beforehand.
    private static func conditions(_ search: Search) -> [Condition] {
        let filter = search.filter
        let facets: [(facet: Facet, value: String?)] = [
            (.country, filter.country?.code), (.network, search.network.map(String.init)), (.theme, filter.theme),
            (.language, filter.language?.code), (.area, filter.area?.code),
        ]
        return (filter.words.map(beginnings(of:)) ?? [])
            + facets.compactMap { facet, value in value.map { Condition(facet, [$0]) } }
    }

    private static func beginnings(of typed: String) -> [Condition] {
        let words = SearchWords.sought(typed)
        // Signs alone are no words, and no name holds them.
        return words.isEmpty ? [.never] : words.map(Condition.init(begins:))
    }
}
