internal import Geography

/// Whom a mailing is for: one or more kinds of people, and what narrows them. What is said holds together. Values are kept as they are stored: one that
/// the program knows no more leaves nobody, since dropping it would write to everybody.
public struct Audience: Sendable, Hashable {
    /// The kinds of people, by the names of their sources.
    public var sources: Set<String>
    /// Holders of this role, by its name.
    public var role: String?
    /// Organisations of this category, as the directory names it.
    public var category: String?
    /// A part of the world, by its M49 code: a region or a subregion.
    public var region: String?
    /// A country, by its code.
    public var country: String?
    /// Members of the network with that slug.
    public var network: String?
    /// What belongs to the campaign with that slug.
    public var campaign: String?
    /// Readers of this language, by its tag, whatever form of it they read.
    public var language: String?

    /// An audience of these sources that nothing narrows.
    public init(sources: Set<String> = []) {
        self.sources = sources
    }

    /// What an audience can be narrowed by. The raw value is the field's name.
    public enum Facet: String, CaseIterable, Sendable {
        case role, category, region, country, network, campaign, language
    }

    /// The value of a facet as a form sends it.
    func value(of facet: Facet) -> String? {
        switch facet {
        case .role: role
        case .category: category
        case .region: region
        case .country: country
        case .network: network
        case .campaign: campaign
        case .language: language
        }
    }

    /// Takes the value of a facet as a form sends it.
    mutating func set(_ facet: Facet, _ value: String?) {
        switch facet {
        case .role: role = value
        case .category: category = value
        case .region: region = value
        case .country: country = value
        case .network: network = value
        case .campaign: campaign = value
        case .language: language = value
        }
    }

    /// The codes of the countries that region and country leave; nil where neither is said.
    public var countries: [String]? {
        guard region != nil || country != nil else { return nil }
        return Country.all.filter { one in
            (country == nil || one.code == country) && (region == nil || one.region.rawValue == region || one.subregion.rawValue == region)
        }.map(\.code)
    }
}
