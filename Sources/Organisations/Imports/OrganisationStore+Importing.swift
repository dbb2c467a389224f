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
    /// Its contacts by mailbox.
    var contacts: [String: Contact]
    /// The networks that it belongs to.
    var networks: Set<Int64>
    /// Mailboxes that earlier lines of a list bring.
    var brought: Set<String> = []
}

extension OrganisationStore {
    /// Every organisation by what it can be recognised by, hidden ones too.
    static func index(on db: any Reader) throws -> OrganisationIndex {
        var index = OrganisationIndex()
        var places: [Int64: Int] = [:]
        try db.each("SELECT id, slug, country, website FROM organisation ORDER BY id") { row in
            let id: Int64 = try row["id"]
            places[id] = index.add(key: id, line: nil, slug: try row["slug"], country: try row["country"], website: try row["website"])
        }
        try db.each("SELECT organisation, name, acronym FROM organisation_name ORDER BY organisation, language") { row in
            guard let place = places[try row["organisation"]] else { return }
            index.add(name: try row["name"], acronym: try row["acronym"], of: place)
        }
        try db.each("SELECT slug, organisation FROM organisation_slug") { row in
            guard let place = places[try row["organisation"]] else { return }
            index.add(slug: try row["slug"], of: place)
        }
        return index
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
                    (contacts[id] ?? []).map { ($0.details.mailbox.address, $0) }, uniquingKeysWith: { first, _ in first }),
                networks: Set(networks[id] ?? []))
        }
    }

    /// Whether anything hangs on an organisation besides what a list put there: mandates, members, contests, and what other parts of the site link
    /// to it, such as endorsements.
    static func isInUse(_ id: Int64, on db: any Reader) throws -> Bool {
        let key = Thing.Key(Organisation.kind, id)
        if try GraphStore.isLinked(key, besides: Organisation.membership, on: db) { return true }
        return try db.row(
            """
            SELECT 1 AS used FROM membership WHERE network = \(id) UNION ALL SELECT 1 FROM representative WHERE organisation = \(id)
            UNION ALL SELECT 1 FROM contest WHERE organisation = \(id) UNION ALL SELECT 1 FROM organisation_slug WHERE organisation = \(id)
            """) != nil
    }

    /// Takes an organisation out of the directory as if it had never been there, with everything that hangs on it.
    static func remove(_ id: Int64, on db: any Writer) throws {
        let networks: [Int64] = try db.rows("SELECT network FROM membership WHERE organisation = \(id)").map { try $0["network"] }
        try db.run("DELETE FROM organisation WHERE id = \(id)")
        try GraphStore.remove(Thing.Key(Organisation.kind, id), on: db)
        db.touch(["organisations", Organisation.topic(id)] + networks.map { Organisation.topic($0) })
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
