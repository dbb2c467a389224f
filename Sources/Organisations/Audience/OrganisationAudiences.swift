public import Mailings
public import Storage
internal import Text
public import Time

/// Official contacts of organisations: written to for the work that these share with the secretariat, until they ask for no more.
public struct ContactAudience: AudienceSource {
    /// `contacts`
    public let name = "contacts"
    /// What the desk calls them.
    public let title = "organisations.audience.contacts"
    /// Why they are written to.
    public let reason = "organisations.audience.contacts.reason"
    /// What they can be narrowed by.
    public let facets: Set<Audience.Facet> = [.category, .region, .country, .network, .language]

    /// The contacts of all organisations.
    public init() {}

    /// The statement that finds them.
    public func readers(_ audience: Audience, at now: Instant) -> SQL {
        OrganisationStore.contacts(audience, at: now)
    }
}

/// Those who may act for organisations on this site.
public struct RepresentativeAudience: AudienceSource {
    /// `representatives`
    public let name = "representatives"
    /// What the desk calls them.
    public let title = "organisations.audience.representatives"
    /// Why they are written to.
    public let reason = "organisations.audience.representatives.reason"
    /// What they can be narrowed by.
    public let facets: Set<Audience.Facet> = [.category, .region, .country, .network, .language]

    /// Everybody whose mandate is in force.
    public init() {}

    /// The statement that finds them.
    public func readers(_ audience: Audience, at now: Instant) -> SQL {
        OrganisationStore.representatives(audience, at: now)
    }
}

extension AudienceChoices {
    /// The categories and networks of organisations.
    public static let organisations: [AudienceChoices] = [
        AudienceChoices(.category) { t, _ in
            [
                (
                    "",
                    Category.top.flatMap(\.family).map { category in
                        (value: category.rawValue, words: "\(category.parent == nil ? "" : "– ")\(category.name(t))")
                    }
                )
            ]
        },
        AudienceChoices(.network) { t, db in
            let networks = try OrganisationStore.networks(for: t.language, limit: 200, on: db)
            return [("", networks.map { (value: $0.slug, words: $0.name.name) })]
        },
    ]
}
