internal import Geography
internal import Graph
internal import HTML
public import Storage
internal import Text

/// All SQL about organisations. What everybody may see is decided by query: `find(_:)` by slug finds no hidden one.
public enum OrganisationStore {
    /// The organisation at that address, if everybody may see it.
    public static func find(_ slug: String, on db: any Reader) throws -> Organisation? {
        try organisation("slug = \(slug) AND visibility = 'everyone'", on: db)
    }

    /// The organisation with that key, for those who keep the directory: hidden ones too.
    public static func find(_ id: Int64, on db: any Reader) throws -> Organisation? {
        try organisation("id = \(id)", on: db)
    }

    /// The key of the organisation that has or had that slug, for those who keep the directory: hidden ones too.
    public static func key(of slug: String, on db: any Reader) throws -> Int64? {
        try db.value(
            """
            SELECT id FROM organisation WHERE slug = \(slug)
            UNION ALL SELECT organisation FROM organisation_slug WHERE slug = \(slug)
            """)
    }

    /// Where the organisation is now that once had that slug, if everybody may see it.
    public static func currentSlug(of old: String, on db: any Reader) throws -> String? {
        try db.value(
            """
            SELECT o.slug FROM organisation_slug AS old JOIN organisation AS o ON o.id = old.organisation
            WHERE old.slug = \(old) AND o.visibility = 'everyone'
            """)
    }

    /// How many organisations there are, hidden ones too: for those who keep the directory.
    public static func count(on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM organisation") ?? 0
    }

    private static func organisation(_ condition: SQL, on db: any Reader) throws -> Organisation? {
        let row = try db.row(
            """
            SELECT id, slug, category, country, visibility, website, domain, represented, represented_year, represented_source,
                created_at, changed_at
            FROM organisation WHERE \(sql: condition)
            """)
        return try row.map { row in try organisation(row, on: db) }
    }

    private static func organisation(_ row: Row, on db: any Reader) throws -> Organisation {
        let id: Int64 = try row["id"]
        let country: String? = try row["country"]
        let website: String? = try row["website"]
        let visibility: String = try row["visibility"]
        return Organisation(
            id: id, slug: try row["slug"], createdAt: try row["created_at"], changedAt: try row["changed_at"],
            facts: Organisation.Facts(
                category: try row["category"], country: country.flatMap(Country.init(code:)),
                // What cannot be read is kept from sight.
                visibility: Thing.Visibility(rawValue: visibility) ?? .hidden,
                names: try names(of: id, on: db), profiles: try profiles(of: id, on: db), website: website.flatMap(WebURL.init),
                domain: try row["domain"],
                languages: try values("SELECT language AS value FROM organisation_language", of: id, on: db).compactMap(Language.init),
                themes: try values("SELECT theme AS value FROM organisation_theme", of: id, on: db),
                areas: try values("SELECT area AS value FROM organisation_area", of: id, on: db).compactMap(Area.init(code:)),
                represented: try represented(row)))
    }

    static func represented(_ row: Row) throws -> Organisation.Represented? {
        guard let people: Int = try row["represented"], let year: Int = try row["represented_year"] else { return nil }
        return Organisation.Represented(people: people, year: year, source: try row["represented_source"] ?? "")
    }

    private static func names(of id: Int64, on db: any Reader) throws -> [Organisation.Name] {
        try db.rows("SELECT language, name, acronym FROM organisation_name WHERE organisation = \(id) ORDER BY language").map { row in
            Organisation.Name(language: Language(try row["language"]) ?? .english, name: try row["name"], acronym: try row["acronym"])
        }
    }

    private static func profiles(of id: Int64, on db: any Reader) throws -> [Language: String] {
        try db.rows("SELECT language, profile FROM organisation_profile WHERE organisation = \(id)").reduce(into: [:]) { profiles, row in
            if let language = Language(try row["language"]) { profiles[language] = try row["profile"] }
        }
    }

    private static func values(_ select: SQL, of id: Int64, on db: any Reader) throws -> [String] {
        try db.rows("\(sql: select) WHERE organisation = \(id) ORDER BY value").map { try $0["value"] }
    }
}

/// What can go wrong with organisations beyond what the database says.
public enum OrganisationError: Error {
    /// An organisation needs a name in some language.
    case withoutName
    /// No organisation has that key.
    case unknown(Int64)
    /// Another organisation has, or had, that slug.
    case slugTaken(String)
}
