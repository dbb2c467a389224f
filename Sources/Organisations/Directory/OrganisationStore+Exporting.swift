internal import HTML
internal import Storage
internal import Text
internal import Web

extension OrganisationStore {
    /// Where an export goes on: behind this row of the directory in English.
    struct Bookmark: Sendable {
        let sortKey: String
        let organisation: Int64
    }

    /// The next organisations of an export that pass a filter, and where to go on; nil at the end.
    static func exported(
        _ filter: DirectoryFilter, after bookmark: Bookmark?, limit: Int, base: WebURL, on db: any Reader
    ) throws -> (organisations: [ExportedOrganisation], next: Bookmark?) {
        let behind: SQL =
            bookmark.map { " AND (e.sort_key, e.organisation) > (\($0.sortKey), \($0.organisation))" } ?? ""
        let found = found(try Search(filter, on: db))
        let rows = try db.rows(
            """
            SELECT e.organisation, e.sort_key, o.slug, o.category, o.country, o.website, o.represented, o.represented_year,
                o.represented_source
            FROM directory_entry AS e JOIN organisation AS o ON o.id = e.organisation
            WHERE e.language = 'en'\(sql: behind)\(sql: found.map { " AND +e.organisation IN (SELECT found.organisation FROM (\(sql: $0)) AS found)" } ?? "")
            ORDER BY e.sort_key, e.organisation LIMIT \(limit)
            """)
        let details = try ExportDetails(of: try rows.map { try $0["organisation"] }, on: db)
        let organisations = try rows.map { row in try exported(row, details, base: base) }
        guard rows.count == limit, let last = rows.last else { return (organisations, nil) }
        return (organisations, Bookmark(sortKey: try last["sort_key"], organisation: try last["organisation"]))
    }

    private static func exported(_ row: Row, _ details: ExportDetails, base: WebURL) throws -> ExportedOrganisation {
        let id: Int64 = try row["organisation"]
        let slug: String = try row["slug"]
        return ExportedOrganisation(
            slug: slug, address: base.appending(OrganisationRoutes.organisation.path(.english, slug)).description,
            names: details.names[id] ?? [], category: try row["category"], country: try row["country"], website: try row["website"],
            languages: details.languages[id] ?? [], themes: details.themes[id] ?? [], regions: details.areas[id] ?? [],
            networks: details.networks[id] ?? [],
            represented: try represented(row).map { .init(people: $0.people, year: $0.year, source: $0.source) })
    }
}

/// What several tables say about the organisations of a piece of an export, one question each.
private struct ExportDetails {
    let names: [Int64: [ExportedOrganisation.Name]]
    let languages: [Int64: [String]]
    let themes: [Int64: [String]]
    let areas: [Int64: [String]]
    let networks: [Int64: [String]]

    init(of ids: [Int64], on db: any Reader) throws {
        names = try db.rows(
            "SELECT organisation, language, name, acronym FROM organisation_name WHERE organisation IN \(list: ids) ORDER BY language"
        ).reduce(into: [:]) { names, row in
            try names[row["organisation"], default: []].append(
                ExportedOrganisation.Name(language: row["language"], name: row["name"], acronym: row["acronym"]))
        }
        languages = try Self.values("SELECT organisation, language AS value FROM organisation_language", ids, on: db)
        themes = try Self.values("SELECT organisation, theme AS value FROM organisation_theme", ids, on: db)
        areas = try Self.values("SELECT organisation, area AS value FROM organisation_area", ids, on: db)
        // From the directory, which knows only networks that everybody may see.
        networks = try Self.values(
            """
            SELECT organisation, value FROM (
                SELECT f.organisation, o.slug AS value FROM directory_facet AS f
                JOIN organisation AS o ON o.id = CAST(f.value AS \(type: .integer)) WHERE f.facet = 'network') AS networks
            """, ids, on: db)
    }

    private static func values(_ select: SQL, _ ids: [Int64], on db: any Reader) throws -> [Int64: [String]] {
        try db.rows("\(sql: select) WHERE organisation IN \(list: ids) ORDER BY value").reduce(into: [:]) { values, row in
            try values[row["organisation"], default: []].append(row["value"])
        }
    }
}
