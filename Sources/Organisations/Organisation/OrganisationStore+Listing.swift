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
        let facts = organisation.facts
        let words = facts.names.map { name in
            (name.language, Thing.Words(title: name.name, summary: facts.profiles[name.language].map(summary) ?? ""))
        }
        try GraphStore.put(
            Thing(
                kind: Organisation.kind, id: organisation.id, slug: organisation.slug, visibility: facts.visibility,
                country: facts.country?.code, words: Dictionary(words, uniquingKeysWith: { first, _ in first })), on: db)
        db.touch("organisations", Topic(organisation.topic))
        guard facts.visibility == .everyone else { return }
        try put(
            Language.interface.map { language in
                let name = facts.name(for: language)
                return [language.code, organisation.id, Folding.key(name.name), name.name, name.language.code, name.acronym]
            }, "INSERT INTO directory_entry (language, organisation, sort_key, name, name_language, acronym)", on: db)
        try put(
            Facet.values(of: facts).map { facet, value in [facet.rawValue, value, organisation.id] },
            "INSERT INTO directory_facet (facet, value, organisation)", on: db)
        let searchable = facts.names.flatMap { [$0.name, $0.acronym ?? ""] }.flatMap(SearchWords.split)
        try put(Set(searchable).sorted().map { [$0, organisation.id] }, "INSERT INTO directory_word (word, organisation)", on: db)
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
            INSERT INTO directory_facet (facet, value, organisation)
            SELECT 'network', CAST(m.network AS text), m.organisation FROM membership AS m
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
