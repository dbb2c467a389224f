internal import Design
internal import Storage
public import Text
public import Web

/// Answers for the pages of campaigns.
public struct CampaignHandlers: Sendable {
    let services: CampaignServices
    private var database: Database { services.database }

    /// Handlers with these services.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    /// All campaigns.
    public func index(_ visit: Visit, _ language: Language) async throws -> Answer {
        let counted = try await database.read { db in
            try CampaignStore.all(on: db).map { CountedCampaign(campaign: $0, tally: try TallyStore.tally(of: $0.id, on: db)) }
        }
        return .page(CampaignPages.index(counted, visit.translator))
            .cached(CachePolicy(topics: Set(["site", "campaigns"] + counted.map(\.campaign.topic))))
    }

    /// A campaign's page.
    public func campaign(_ visit: Visit, _ language: Language, _ slug: String) async throws -> Answer {
        let view = try await view(slug, language)
        return .page(page(view, FormState(), visit.translator))
            .cached(CachePolicy(topics: view.topics))
    }

    /// How many people signed, and the number to reach next.
    public func count(_ visit: Visit, _ slug: String) async throws -> Answer {
        let (campaign, tally) = try await tally(slug)
        return try .json(Count(people: tally.people, goal: campaign.nextGoal(above: tally.people)))
            .cached(.count(topics: [campaign.topic]))
    }

    /// How many people signed by country, as far as numbers may be shown.
    public func countries(_ visit: Visit, _ slug: String) async throws -> Answer {
        let (campaign, tally) = try await tally(slug)
        return try .json(CountryCounts(tally)).cached(.count(topics: [campaign.topic]))
    }

    private func tally(_ slug: String) async throws -> (Campaign, Tally) {
        guard let campaign = try await services.campaign(slug) else { throw WebFailure.notFound }
        return (campaign, try await database.read { try TallyStore.tally(of: campaign.id, on: $0) })
    }

    func view(_ slug: String, _ language: Language) async throws -> CampaignView {
        let signatures = services.signatures
        guard let campaign = try await services.campaign(slug) else { throw WebFailure.notFound }
        return try await database.read { try CampaignView.read(campaign, for: language, signatures: signatures, on: $0) }
    }

    func page(_ view: CampaignView, _ state: FormState, _ t: Translator) -> Page {
        CampaignPages.campaign(
            view, form: SignaturePages.form(view.campaign, notice: services.notice(t), state: state, t), t)
    }
}

/// What `count.json` says.
private struct Count: Encodable {
    let people: Int
    let goal: Int?
}

/// What `countries.json` says. Countries with fewer than five people are only counted.
private struct CountryCounts: Encodable {
    let people: Int
    let countries: [String: Int]
    let hasFurtherCountries: Bool

    init(_ tally: Tally) {
        people = tally.people
        countries = Dictionary(uniqueKeysWithValues: tally.countries.map { ($0.code, $0.people) })
        hasFurtherCountries = tally.hasFurtherCountries
    }
}
