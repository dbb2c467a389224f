internal import HTML
internal import Text

/// An organisation as exports tell of it: everything public but its profile. Contacts and mail domains are not.
struct ExportedOrganisation: Sendable, Encodable {
    let slug: String
    /// The page, in English.
    let address: String
    var names: [Name]
    let category: String
    let country: String?
    let website: String?
    let languages: [String]
    let themes: [String]
    /// M49 codes.
    let regions: [String]
    /// The slugs of its networks.
    let networks: [String]
    let represented: Represented?

    struct Name: Sendable, Encodable {
        let language: String
        let name: String
        let acronym: String?
    }

    struct Represented: Sendable, Encodable {
        let people: Int
        let year: Int
        let source: String
    }

    /// The heads of the columns: names in the languages of the interface, then those in any other.
    static let columns =
        ["slug"] + Language.interface.flatMap { ["name_\($0)", "acronym_\($0)"] }
        + [
            "other_names", "category", "country", "website", "languages", "themes", "regions", "networks", "represented",
            "represented_year", "represented_source", "address",
        ]

    /// The cells of its row. Several values in one cell stand with a bar between them.
    var cells: [String] {
        let named = Dictionary(names.map { ($0.language, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Language.interface.map(\.code)
        let others = names.filter { !known.contains($0.language) }.map { "\($0.language): \($0.name)" }
        return [slug] + known.flatMap { [named[$0]?.name ?? "", named[$0]?.acronym ?? ""] }
            + [
                joined(others), category, country ?? "", website ?? "", joined(languages), joined(themes), joined(regions),
                joined(networks), represented.map { String($0.people) } ?? "", represented.map { String($0.year) } ?? "",
                represented?.source ?? "", address,
            ]
    }

    private func joined(_ values: [String]) -> String { values.joined(separator: "|") }
}
