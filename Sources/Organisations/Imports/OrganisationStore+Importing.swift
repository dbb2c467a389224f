internal import Geography
internal import Graph
internal import HTML
internal import Mail
internal import Storage
internal import Text
internal import Time

/// An organisation with what a list may add to it.
struct KnownOrganisation: Sendable {
    let slug: String
    var facts: Organisation.Facts
    /// Its contacts by the keys of their mailboxes.
    var contacts: [String: Contact]
    /// The networks that it belongs to.
    var networks: Set<Int64>
    /// Keys of mailboxes that earlier lines of a list bring.
    var brought: Set<String> = []
}

extension OrganisationStore {
    /// Every organisation by what it can be recognised by, hidden ones too.
    static func index(on db: any Reader) throws -> OrganisationIndex {
        var index = OrganisationIndex()
        try refresh(&index, on: db)
        return index
    }

    /// Takes in what was entered since an index was read, by others: what lines of its list made is in it already.
    static func refresh(_ index: inout OrganisationIndex, on db: any Reader) throws {
        var places: [Int64: Int] = [:]
        let last = index.last
        try db.each("SELECT id, slug, country, website FROM organisation WHERE id > \(last) ORDER BY id") { row in
            let id: Int64 = try row["id"]
            guard !index.isMade(id) else { return }
            places[id] = index.add(key: id, line: nil, slug: try row["slug"], country: try row["country"], website: try row["website"])
        }
        guard !places.isEmpty else { return }
        try db.each(
            "SELECT organisation, name, acronym FROM organisation_name WHERE organisation > \(last) ORDER BY organisation, language"
        ) { row in
            guard let place = places[try row["organisation"]] else { return }
            index.add(name: try row["name"], acronym: try row["acronym"], of: place)
        }
        try db.each("SELECT slug, organisation FROM organisation_slug WHERE organisation > \(last)") { row in
            guard let place = places[try row["organisation"]] else { return }
            index.add(slug: try row["slug"], of: place)
        }
    }

    /// Organisations with what lists may add to them, in a few questions for all.
    static func known(_ ids: [Int64], on db: any Reader) throws -> [Int64: KnownOrganisation] {
        guard !ids.isEmpty else { return [:] }
        let names = try grouped("SELECT organisation, language, name, acronym FROM organisation_name", ids, on: db) { row in
            Organisation.Name(language: Language(try row["language"]) ?? .english, name: try row["name"], acronym: try row["acronym"])
        }
        let profiles = try grouped("SELECT organisation, language, profile FROM organisation_profile", ids, on: db) { row in
            (Language(try row["language"]) ?? .english, try row["profile"] as String)
        }
        let languages = try values("SELECT organisation, language AS value FROM organisation_language", ids, on: db)
        let themes = try values("SELECT organisation, theme AS value FROM organisation_theme", ids, on: db)
        let areas = try values("SELECT organisation, area AS value FROM organisation_area", ids, on: db)
        let networks = try grouped("SELECT organisation, network FROM membership", ids, on: db) { row -> Int64 in try row["network"] }
        let contacts = Dictionary(grouping: try contacts(of: ids, on: db), by: \.organisation)
        let rows = try db.rows(
            """
            SELECT id, slug, category, country, visibility, website, domain, represented, represented_year, represented_source
            FROM organisation WHERE id IN \(list: ids)
            """)
        return try rows.reduce(into: [:]) { known, row in
            let id: Int64 = try row["id"]
            let country: String? = try row["country"]
            let website: String? = try row["website"]
            let facts = Organisation.Facts(
                category: try row["category"], country: country.flatMap(Country.init(code:)),
                visibility: Thing.Visibility(rawValue: try row["visibility"]) ?? .hidden, names: names[id] ?? [],
                profiles: Dictionary(profiles[id] ?? [], uniquingKeysWith: { first, _ in first }), website: website.flatMap(WebURL.init),
                domain: try row["domain"], languages: (languages[id] ?? []).compactMap { Language($0) }, themes: themes[id] ?? [],
                areas: (areas[id] ?? []).compactMap(Area.init(code:)), represented: try represented(row))
            known[id] = KnownOrganisation(
                slug: try row["slug"], facts: facts,
                contacts: Dictionary(
                    (contacts[id] ?? []).map { ($0.details.mailbox.key, $0) }, uniquingKeysWith: { first, _ in first }),
                networks: Set(networks[id] ?? []))
        }
    }

    /// Those of these organisations on which anything hangs besides what a list put there: mandates, members, contests, and what other parts of the
    /// site link to them, such as endorsements.
    static func inUse(_ ids: [Int64], on db: any Reader) throws -> Set<Int64> {
        guard !ids.isEmpty else { return [] }
        let rows = try db.rows(
            """
            SELECT network AS id FROM membership WHERE network IN \(list: ids)
            UNION SELECT organisation FROM representative WHERE organisation IN \(list: ids)
            UNION SELECT organisation FROM contest WHERE organisation IN \(list: ids)
            UNION SELECT organisation FROM organisation_slug WHERE organisation IN \(list: ids)
            """)
        let linked = try GraphStore.linked(ids, of: Organisation.kind, besides: Organisation.membership, on: db)
        return Set(try rows.map { try $0["id"] }).union(linked)
    }

    /// Takes organisations out of the directory as if they had never been there, with everything that hangs on them.
    static func remove(_ ids: [Int64], on db: any Writer) throws {
        guard !ids.isEmpty else { return }
        let networks: [Int64] = try db.rows("SELECT DISTINCT network FROM membership WHERE organisation IN \(list: ids)").map {
            try $0["network"]
        }
        try db.run("DELETE FROM organisation WHERE id IN \(list: ids)")
        try GraphStore.remove(ids, of: Organisation.kind, on: db)
        db.touch(["organisations"] + (ids + networks).map { Organisation.topic($0) })
    }

    /// The name of a contact, where none is known.
    static func nameContact(_ id: Int64, _ name: String?, on db: any Writer) throws {
        try db.run("UPDATE contact SET name = \(name) WHERE id = \(id)")
    }

    private static func values(_ select: SQL, _ ids: [Int64], on db: any Reader) throws -> [Int64: [String]] {
        try grouped(select, ids, on: db) { row in try row["value"] }
    }

    private static func grouped<Value>(_ select: SQL, _ ids: [Int64], on db: any Reader, _ make: (Row) throws -> Value) throws -> [Int64:
        [Value]]
    {
        try db.rows("\(sql: select) WHERE organisation IN \(list: ids)").reduce(into: [:]) { groups, row in
            try groups[row["organisation"], default: []].append(make(row))
        }
    }
}
