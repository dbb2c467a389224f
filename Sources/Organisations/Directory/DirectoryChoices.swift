internal import Geography
internal import Storage
internal import Text

/// What a reader can choose from: only what some organisation has that everybody may see, so that no choice is empty and none tells of a hidden one.
struct DirectoryChoices: Sendable {
    let countries: [(value: String, words: String)]
    let areas: [Area]
    let themes: [Theme]
    let languages: [Language]
    let networks: [Network]

    struct Network: Sendable, Hashable {
        let slug: String
        let name: Organisation.Name
    }

    /// A menu with more networks would be longer than the page; the others are reached from their own pages.
    private static let mostNetworks = 100

    static func read(for reader: Language, on db: any Reader) throws -> DirectoryChoices {
        let countries = Set(try OrganisationStore.known(.country, on: db))
        let themes = Set(try OrganisationStore.known(.theme, on: db))
        return DirectoryChoices(
            countries: Country.sorted(in: reader).filter { countries.contains($0.country.code) }.map { ($0.country.code, $0.name) },
            areas: try OrganisationStore.known(.area, on: db).compactMap(Area.init(code:)),
            themes: try OrganisationStore.themes(for: reader, on: db).filter { themes.contains($0.slug) },
            languages: try OrganisationStore.known(.language, on: db).compactMap { Language($0) },
            networks: try OrganisationStore.networks(for: reader, limit: mostNetworks, on: db))
    }

    /// The same choices with the network that a filter names in front, if the menu has no room for it.
    func with(_ network: Network?) -> DirectoryChoices {
        guard let network, !networks.contains(network) else { return self }
        return DirectoryChoices(
            countries: countries, areas: areas, themes: themes, languages: languages, networks: [network] + networks)
    }
}
