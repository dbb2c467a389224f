public import Mailings
internal import Organisations
internal import People
public import Storage
internal import Text
public import Time

/// Official contacts of the organisations that endorse a campaign.
public struct EndorserAudience: AudienceSource {
    /// `endorsers`
    public let name = "endorsers"
    /// What the desk calls them.
    public let title = "campaigns.audience.endorsers"
    /// Why they are written to.
    public let reason = "campaigns.audience.endorsers.reason"
    /// What they can be narrowed by.
    public let facets: Set<Audience.Facet> = [.category, .region, .country, .network, .campaign, .language]

    /// The contacts of every organisation that endorses something.
    public init() {}

    /// The statement that finds them.
    public func readers(_ audience: Audience, at now: Instant) -> SQL {
        OrganisationStore.contacts(audience, among: EndorsementStore.endorsers(of: audience.campaign), at: now)
    }
}

/// People who signed a campaign and agreed to news of it, and no others: a signature is no consent to mail.
public struct SignatoryAudience: AudienceSource {
    static let sourceName = "signatories"

    /// `signatories`
    public let name = Self.sourceName
    /// What the desk calls them.
    public let title = "campaigns.audience.signatories"
    /// Why they are written to.
    public let reason = "campaigns.audience.signatories.reason"
    /// What they can be narrowed by.
    public let facets: Set<Audience.Facet> = [.region, .country, .campaign, .language]
    /// Their consent was to news of one campaign.
    public let needs: Set<Audience.Facet> = [.campaign]

    private let services: CampaignServices

    /// Signers of campaigns.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    /// The statement that finds them.
    public func readers(_ audience: Audience, at now: Instant) -> SQL {
        SignatureStore.readers(audience, agreeingTo: .campaignNews)
    }

    /// Withdraws their consent to news of campaigns.
    public func stop(_ mailbox: String, at now: Instant, on db: any Writer) throws {
        try services.withdrawConsent(to: .campaignNews, of: mailbox, at: now, on: db)
    }
}

/// People who agreed to news of the coalition as a whole when they signed.
public struct SupporterAudience: AudienceSource {
    static let sourceName = "supporters"

    /// `supporters`
    public let name = Self.sourceName
    /// What the desk calls them.
    public let title = "campaigns.audience.supporters"
    /// Why they are written to.
    public let reason = "campaigns.audience.supporters.reason"
    /// What they can be narrowed by.
    public let facets: Set<Audience.Facet> = [.region, .country, .campaign, .language]

    private let services: CampaignServices

    /// Signers of campaigns.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    /// The statement that finds them.
    public func readers(_ audience: Audience, at now: Instant) -> SQL {
        SignatureStore.readers(audience, agreeingTo: .coalitionNews)
    }

    /// Withdraws their consent to news of the coalition.
    public func stop(_ mailbox: String, at now: Instant, on db: any Writer) throws {
        try services.withdrawConsent(to: .coalitionNews, of: mailbox, at: now, on: db)
    }
}

extension AudienceChoices {
    /// The campaigns.
    public static let campaigns = AudienceChoices(.campaign) { t, db in
        [("", Campaign.choices(try CampaignStore.all(on: db), for: t.language).map { (value: $0.campaign.slug, words: $0.words) })]
    }
}

extension CampaignServices {
    /// Withdraws a consent from every signature that was made with a mailbox.
    fileprivate func withdrawConsent(to purpose: Purpose, of mailbox: String, at now: Instant, on db: any Writer) throws {
        for signature in try signatures.all(of: mailbox, key: rules.key(for: mailbox), on: db) {
            try ConsentStore.withdraw([purpose], by: SignatureStore.holder(signature.id), at: now, on: db)
        }
    }
}
