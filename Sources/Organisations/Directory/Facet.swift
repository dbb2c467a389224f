internal import Geography
internal import Text

/// By what an organisation is found in the directory. The raw value stands in the table of facets.
enum Facet: String, Sendable, CaseIterable {
    case category, country, area, theme, language, network

    /// What is known about an organisation, as rows of the directory; its networks come from their own table.
    static func values(of facts: Organisation.Facts) -> [(facet: Facet, value: String)] {
        let places = facts.areas.flatMap(\.overlaps) + (facts.country.map { Area.subregion($0.subregion).overlaps } ?? [])
        let values: [Facet: [String]] = [
            .category: [facts.category.rawValue],
            .country: facts.country.map { [$0.code] } ?? [],
            .area: places.map(\.code),
            .theme: facts.themes,
            .language: facts.languages.map(\.code),
        ]
        return allCases.flatMap { facet in Set(values[facet] ?? []).sorted().map { (facet, $0) } }
    }
}
