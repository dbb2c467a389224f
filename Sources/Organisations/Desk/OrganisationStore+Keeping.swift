internal import Graph
internal import Storage
internal import Text

/// An organisation in the list of those who keep the directory.
struct KeptOrganisation: Sendable {
    let slug: String
    let name: String
    let isHidden: Bool
}

extension OrganisationStore {
    /// Organisations with a name that holds these words, hidden ones too, last changed first, by their name for a reader of that
    /// language: for those who keep the directory. Names are compared in Swift, since hidden organisations have no rows made for finding; a directory has thousands of names, not millions.
    static func kept(_ words: String, for reader: Language, limit: Int, on db: any Reader) throws -> [KeptOrganisation] {
        let sought = SearchWords.sought(words)
        var found: [KeptOrganisation] = []
        var first: (slug: String, name: String)?
        try db.each(
            """
            SELECT o.slug, o.visibility, n.name, n.acronym FROM organisation AS o JOIN organisation_name AS n ON n.organisation = o.id
            ORDER BY o.changed_at DESC, o.id DESC,
                CASE n.language WHEN \(reader.code) THEN 0 WHEN \(Language.english.code) THEN 1 ELSE 2 END, n.language
            """
        ) { row in
            let slug: String = try row["slug"]
            guard found.count < limit, found.last?.slug != slug else { return }
            let name: String = try row["name"]
            let shown = first.flatMap { $0.slug == slug ? $0.name : nil } ?? name
            first = (slug, shown)
            let acronym: String? = try row["acronym"]
            let words = SearchWords.split("\(name) \(acronym ?? "")")
            guard sought.allSatisfy({ part in words.contains { $0.utf8.starts(with: part.utf8) } }) else { return }
            found.append(KeptOrganisation(slug: slug, name: shown, isHidden: try row["visibility"] != "everyone"))
        }
        return found
    }

    /// Organisations with a name or the domain of the website in common with these facts, hidden ones too, by their name for a reader of
    /// that language.
    static func alike(_ facts: Organisation.Facts, for reader: Language, on db: any Reader) throws -> [KeptOrganisation] {
        try index(on: db).alike(facts).compactMap { try find($0, on: db) }.map { KeptOrganisation($0, for: reader) }
    }
}

extension KeptOrganisation {
    /// By its name for a reader of that language.
    init(_ organisation: Organisation, for reader: Language) {
        self.init(slug: organisation.slug, name: organisation.name(for: reader).name, isHidden: organisation.facts.visibility == .hidden)
    }
}
