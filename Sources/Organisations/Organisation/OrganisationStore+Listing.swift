internal import Geography
internal import Graph
public import Storage
internal import Text
public import Time

extension OrganisationStore {
    /// Makes an organisation's rows of the directory, and its thing, anew. Called by every write that could change them; a schedule may call
    /// it for memberships that end by date.
    public static func relist(_ id: Int64, at now: Instant, on db: any Writer) throws {
        guard let organisation = try find(id, on: db) else { throw OrganisationError.unknown(id) }
        for table in ["directory_entry", "directory_facet", "directory_word"] {
            try db.runLater("DELETE FROM \(name: table) WHERE organisation = \(id)")
        }
        try list(organisation, at: now, on: db)
        try listMemberships(of: organisation, at: now, on: db)
    }

    /// Writes the rows of an organisation that has none. A hidden one gets none: what is not in these tables cannot leak from them.
    static func list(_ organisation: Organisation, at now: Instant, on db: any Writer) throws {
        try GraphStore.put(thing(organisation), on: db)
        db.touch("organisations", Organisation.topic(organisation.id))
        guard organisation.facts.visibility == .everyone else { return }
        try put(
            entries(organisation), "INSERT INTO directory_entry (language, organisation, sort_key, name, name_language, acronym)", on: db)
        try put(facets(organisation), "INSERT INTO directory_facet (facet, value, category, organisation)", on: db)
        try put(words(organisation), "INSERT INTO directory_word (word, category, organisation)", on: db)
    }

    /// It as the graph knows it.
    static func thing(_ organisation: Organisation) -> Thing {
        let facts = organisation.facts
        let words = facts.names.map { name in
            (name.language, Thing.Words(title: name.name, summary: facts.profiles[name.language].map(summary) ?? ""))
        }
        return Thing(
            kind: Organisation.kind, id: organisation.id, slug: organisation.slug, visibility: facts.visibility,
            country: facts.country?.code, words: Dictionary(words, uniquingKeysWith: { first, _ in first }))
    }

    /// Its rows for readers of each language of the pages.
    static func entries(_ organisation: Organisation) -> [[any SQLEncodable]] {
        Language.interface.map { language in
            let name = organisation.facts.name(for: language)
            return [language.code, organisation.id, Folding.key(name.name), name.name, name.language.code, name.acronym]
        }
    }

    /// By what it is found.
    static func facets(_ organisation: Organisation) -> [[any SQLEncodable]] {
        let facts = organisation.facts
        return Facet.values(of: facts).map { facet, value in [facet.rawValue, value, facts.category, organisation.id] }
    }

    /// The words of its names, and their first letters: by one of them every other name may be found, and counting those must not be slow.
    static func words(_ organisation: Organisation) -> [[any SQLEncodable]] {
        let searchable = organisation.facts.names.flatMap { [$0.name, $0.acronym ?? ""] }.flatMap(SearchWords.split)
        return Set(searchable + searchable.map(SearchWords.initial)).sorted().map { [$0, organisation.facts.category, organisation.id] }
    }

    /// By which networks it is found, and, if it is one, who is found by it.
    private static func listMemberships(of organisation: Organisation, at now: Instant, on db: any Writer) throws {
        let id = organisation.id
        try db.run("DELETE FROM directory_facet WHERE facet = 'network' AND value = \(String(id))")
        guard organisation.facts.visibility == .everyone else { return }
        try listMemberships("(m.organisation = \(id) OR m.network = \(id))", at: now, on: db)
    }

    /// Makes members found by their networks, where both may be seen and the membership has not ended.
    static func listMemberships(_ condition: SQL, at now: Instant, on db: any Writer) throws {
        try db.run(
            """
            INSERT INTO directory_facet (facet, value, category, organisation)
            SELECT 'network', CAST(m.network AS text), one.category, m.organisation FROM membership AS m
            JOIN organisation AS one ON one.id = m.organisation AND one.visibility = 'everyone'
            JOIN organisation AS network ON network.id = m.network AND network.visibility = 'everyone'
            WHERE \(sql: condition) AND (m.until IS NULL OR m.until >= \(CivilDay(now)))
            """)
    }

    /// The beginning of a profile, for those who only show a line: its first paragraph without marks.
    private static func summary(_ profile: String) -> String {
        let first = profile.split(separator: "\n").first { !$0.hasPrefix("#") } ?? ""
        return String(first.filter { !"*_`".contains($0) }.prefix(300))
    }
}
