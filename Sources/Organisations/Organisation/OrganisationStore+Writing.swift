internal import Geography
internal import Graph
internal import HTML
public import Storage
internal import Text
public import Time

extension OrganisationStore {
    /// Enters an organisation. Its slug is the one asked for, or is made from its name; a number is added if it is taken.
    /// Themes must be known. Answers its key.
    @discardableResult
    public static func add(_ facts: Organisation.Facts, slug wanted: String? = nil, at now: Instant, on db: any Writer) throws -> Int64 {
        guard !facts.names.isEmpty else { throw OrganisationError.withoutName }
        let name = facts.name(for: .english)
        let slug = try freeSlug(wanted ?? Slug.make(name.name, or: "organisation"), on: db)
        let row = try db.row(
            """
            INSERT INTO organisation (slug, category, country, visibility, website, domain, represented, represented_year,
                represented_source, created_at, changed_at)
            VALUES (\(slug), \(facts.category), \(facts.country?.code), \(facts.visibility.rawValue), \(facts.website?.description),
                \(facts.domain), \(facts.represented?.people), \(facts.represented?.year), \(facts.represented?.source), \(now), \(now))
            RETURNING id
            """)
        guard let id: Int64 = try row?["id"] else { throw OrganisationError.withoutName }
        try putDetails(facts, of: id, on: db)
        try list(Organisation(id: id, slug: slug, createdAt: now, changedAt: now, facts: facts), at: now, on: db)
        return id
    }

    /// One that nobody else changes until this write ends, on a server with several writers.
    static func hold(_ id: Int64, on db: any Writer) throws -> Organisation? {
        _ = try db.row("SELECT id FROM organisation WHERE id = \(id)\(sql: .engine(sqlite: "", postgres: " FOR UPDATE"))")
        return try find(id, on: db)
    }

    /// Writes what is known now in place of what was.
    public static func change(_ id: Int64, to facts: Organisation.Facts, at now: Instant, on db: any Writer) throws {
        guard !facts.names.isEmpty else { throw OrganisationError.withoutName }
        let changed = try db.run(
            """
            UPDATE organisation SET category = \(facts.category), country = \(facts.country?.code),
                visibility = \(facts.visibility.rawValue), website = \(facts.website?.description), domain = \(facts.domain),
                represented = \(facts.represented?.people), represented_year = \(facts.represented?.year),
                represented_source = \(facts.represented?.source), changed_at = \(now)
            WHERE id = \(id)
            """)
        guard changed > 0 else { throw OrganisationError.unknown(id) }
        for table in details { try db.runLater("DELETE FROM \(name: table) WHERE organisation = \(id)") }
        try putDetails(facts, of: id, on: db)
        try relist(id, at: now, on: db)
    }

    /// Moves it to another address; the old one leads there from now on.
    public static func rename(_ id: Int64, to slug: String, at now: Instant, on db: any Writer) throws {
        guard let organisation = try find(id, on: db), organisation.slug != slug else { return }
        let holder = try key(of: slug, on: db)
        guard holder == nil || holder == id else { throw OrganisationError.slugTaken(slug) }
        try db.run("DELETE FROM organisation_slug WHERE slug = \(slug)")
        try db.run("UPDATE organisation SET slug = \(slug), changed_at = \(now) WHERE id = \(id)")
        try db.run("INSERT INTO organisation_slug (slug, organisation) VALUES (\(organisation.slug), \(id))")
        try relist(id, at: now, on: db)
    }

    private static let details = [
        "organisation_name", "organisation_profile", "organisation_language", "organisation_theme", "organisation_area",
    ]

    private static func putDetails(_ facts: Organisation.Facts, of id: Int64, on db: any Writer) throws {
        let names = facts.names.map { name -> [any SQLEncodable] in [id, name.language.code, name.name, name.acronym] }
        try db.runLater("INSERT INTO organisation_name (organisation, language, name, acronym) \(values: names)")
        let profiles = facts.profiles.map { language, text -> [any SQLEncodable] in [id, language.code, text] }
        try put(profiles, "INSERT INTO organisation_profile (organisation, language, profile)", on: db)
        try put(facts.languages.map(\.code), of: id, "INSERT INTO organisation_language (organisation, language)", on: db)
        try put(facts.themes, of: id, "INSERT INTO organisation_theme (organisation, theme)", on: db)
        try put(facts.areas.map(\.code), of: id, "INSERT INTO organisation_area (organisation, area)", on: db)
    }

    /// Each value once, whatever a form or a file repeats.
    private static func put(_ values: [String], of id: Int64, _ insert: SQL, on db: any Writer) throws {
        try put(Set(values).sorted().map { [id, $0] }, insert, on: db)
    }

    static func put(_ rows: [[any SQLEncodable]], _ insert: SQL, on db: any Writer) throws {
        guard !rows.isEmpty else { return }
        try db.runLater("\(sql: insert) \(values: rows)")
    }

    private static func freeSlug(_ wanted: String, on db: any Reader) throws -> String {
        guard try key(of: wanted, on: db) != nil else { return wanted }
        for number in 2... {
            let next = "\(wanted)-\(number)"
            if try key(of: next, on: db) == nil { return next }
        }
        return wanted
    }
}
