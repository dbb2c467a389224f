internal import Geography
internal import Graph
internal import HTML
internal import Mail
internal import Storage
internal import Text
internal import Time

extension OrganisationStore {
    /// Enters many organisations, each with the slug it wishes or one made from its name; a few statements for all. Answers their keys in order.
    static func add(_ all: [(facts: Organisation.Facts, slug: String?)], at now: Instant, on db: any Writer) throws -> [Int64] {
        guard !all.isEmpty else { return [] }
        guard all.allSatisfy({ !$0.facts.names.isEmpty }) else { throw OrganisationError.withoutName }
        let wanted = all.map { $0.slug ?? Slug.make($0.facts.name(for: .english).name, or: "organisation") }
        let slugs = try freeSlugs(wanted, on: db)
        let rows = zip(all, slugs).map { each, slug -> [any SQLEncodable] in
            let facts = each.facts
            return [
                slug, facts.category, facts.country?.code, facts.visibility.rawValue, facts.website?.description, facts.domain,
                facts.represented?.people, facts.represented?.year, facts.represented?.source, now, now,
            ]
        }
        var keys: [String: Int64] = [:]
        let added = try db.rows(
            """
            INSERT INTO organisation (slug, category, country, visibility, website, domain, represented, represented_year,
                represented_source, created_at, changed_at) \(values: rows) RETURNING id, slug
            """)
        for row in added { keys[try row["slug"]] = try row["id"] }
        let organisations = zip(all, slugs).compactMap { each, slug in
            keys[slug].map { Organisation(id: $0, slug: slug, createdAt: now, changedAt: now, facts: each.facts) }
        }
        try putDetails(organisations, on: db)
        try GraphStore.add(organisations.map(thing), on: db)
        try putListings(organisations.filter { $0.facts.visibility == .everyone }, on: db)
        db.touch("organisations")
        return organisations.map(\.id)
    }

    /// Writes down a contact for each of many organisations that have none. Answers the contacts' keys by organisation.
    static func addContacts(_ all: [(organisation: Int64, details: Contact.Details)], by person: Int64?, on db: any Writer) throws
        -> [Int64: Int64]
    {
        guard !all.isEmpty else { return [:] }
        let rows = all.map { organisation, details -> [any SQLEncodable] in
            [
                organisation, details.name, details.function, details.mailbox.address, details.language.code, details.isOfficial, person,
            ]
        }
        let added = try db.rows(
            """
            INSERT INTO contact (organisation, name, function, mailbox, language, official, added_by) \(values: rows)
            RETURNING id, organisation
            """)
        return try added.reduce(into: [:]) { keys, row in keys[try row["organisation"]] = try row["id"] }
    }

    private static func putDetails(_ all: [Organisation], on db: any Writer) throws {
        let names = all.flatMap { one in
            one.facts.names.map { name -> [any SQLEncodable] in [one.id, name.language.code, name.name, name.acronym] }
        }
        try db.run(chunks: names) { "INSERT INTO organisation_name (organisation, language, name, acronym) \(values: $0)" }
        let profiles = all.flatMap { one in
            one.facts.profiles.map { language, text -> [any SQLEncodable] in [one.id, language.code, text] }
        }
        try db.run(chunks: profiles) { "INSERT INTO organisation_profile (organisation, language, profile) \(values: $0)" }
        let pairs = { (values: (Organisation.Facts) -> [String]) -> [[any SQLEncodable]] in
            all.flatMap { one in Set(values(one.facts)).sorted().map { value -> [any SQLEncodable] in [one.id, value] } }
        }
        try db.run(chunks: pairs { $0.languages.map(\.code) }) {
            "INSERT INTO organisation_language (organisation, language) \(values: $0)"
        }
        try db.run(chunks: pairs(\.themes)) { "INSERT INTO organisation_theme (organisation, theme) \(values: $0)" }
        try db.run(chunks: pairs { $0.areas.map(\.code) }) { "INSERT INTO organisation_area (organisation, area) \(values: $0)" }
    }

    private static func putListings(_ all: [Organisation], on db: any Writer) throws {
        try db.run(chunks: all.flatMap(entries)) {
            "INSERT INTO directory_entry (language, organisation, sort_key, name, name_language, acronym) \(values: $0)"
        }
        try db.run(chunks: all.flatMap(facets)) { "INSERT INTO directory_facet (facet, value, category, organisation) \(values: $0)" }
        try db.run(chunks: all.flatMap(words)) { "INSERT INTO directory_word (word, category, organisation) \(values: $0)" }
    }

    /// A slug for each that nobody has: the one wished for, else with the next number.
    private static func freeSlugs(_ wanted: [String], on db: any Reader) throws -> [String] {
        var taken = try slugs("slug IN \(list: wanted)", on: db)
        var next: [String: Int] = [:]
        return try wanted.map { slug in
            if taken.insert(slug).inserted { return slug }
            if next[slug] == nil {
                // All that begin so at once: a list in Khmer makes a thousand slugs of one word.
                taken.formUnion(try slugs("slug LIKE \("\(slug)-%") ESCAPE '\\'", on: db))
                next[slug] = 2
            }
            var number = next[slug] ?? 2
            while !taken.insert("\(slug)-\(number)").inserted { number += 1 }
            next[slug] = number + 1
            return "\(slug)-\(number)"
        }
    }

    private static func slugs(_ condition: SQL, on db: any Reader) throws -> Set<String> {
        Set(
            try db.rows(
                """
                SELECT slug FROM organisation WHERE \(sql: condition) UNION ALL SELECT slug FROM organisation_slug WHERE \(sql: condition)
                """
            ).map { try $0["slug"] })
    }
}
