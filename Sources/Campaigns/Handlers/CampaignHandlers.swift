public import HTML
public import Logging
public import Mail
public import Secrets
public import Site
public import Storage
public import Text
public import Time
public import Web
internal import Design
internal import Foundation
internal import People

/// What answers for campaigns need.
public struct CampaignServices: Sendable {
    let database: Database
    let site: Site
    let catalogue: Catalogue
    let clock: Clock
    let base: WebURL
    let secrets: Secrets
    let outbox: Outbox
    /// Signatures in the database.
    public let signatures: SignatureStore
    let sources: SourceWatch
    let rules: MailboxRules
    let logger: Logger

    /// Services over this database; `base` is the site's own address, for links in mails. Reads the rules for mailboxes.
    public init(
        database: Database, site: Site, catalogue: Catalogue, clock: Clock, base: WebURL, secrets: Secrets, outbox: Outbox, logger: Logger
    ) async throws {
        self.database = database
        self.site = site
        self.catalogue = catalogue
        self.clock = clock
        self.base = base
        self.secrets = secrets
        self.outbox = outbox
        self.logger = logger
        signatures = SignatureStore(clock: clock, secrets: secrets)
        sources = SourceWatch(limit: site.settings.formsPerSourceAndHour)
        rules = try await database.read { try MailboxRules.read(on: $0) }
        try await keepNotices()
    }

    /// The words of consent in force for readers of that language.
    func notice(_ t: Translator) -> Notice {
        SigningNotice.notice(t, responsible: site.settings.responsible(in: t.language))
    }

    /// Keeps the words of consent that this program shows, in every language.
    public func keepNotices() async throws {
        let notices = Language.interface.map { notice(catalogue.translator(for: $0)) }
        let now = clock.now()
        try await database.write { db in
            for notice in notices { try ConsentStore.keep(notice, at: now, on: db) }
        }
    }
}

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
        let signatures = services.signatures
        let views = try await database.read { db in
            try CampaignStore.all(on: db).map { try CampaignView.read($0, for: language, signatures: signatures, on: db) }
        }
        return .page(CampaignPages.index(views, visit.translator))
            .cached(CachePolicy(topics: Set(["site", "campaigns"] + views.map(\.campaign.topic))))
    }

    /// A campaign's page.
    public func campaign(_ visit: Visit, _ language: Language, _ slug: String) async throws -> Answer {
        let view = try await view(slug, language)
        return .page(page(view, FormState(), visit.translator))
            .cached(CachePolicy(topics: ["site", view.campaign.topic]))
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
        try await database.read { db in
            guard let campaign = try CampaignStore.find(slug, on: db) else { throw WebFailure.notFound }
            return (campaign, try TallyStore.tally(of: campaign.id, on: db))
        }
    }

    func view(_ slug: String, _ language: Language) async throws -> CampaignView {
        let signatures = services.signatures
        return try await database.read { db in
            guard let campaign = try CampaignStore.find(slug, on: db) else { throw WebFailure.notFound }
            return try CampaignView.read(campaign, for: language, signatures: signatures, on: db)
        }
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
    let furtherCountries: Int

    init(_ tally: Tally) {
        people = tally.people
        countries = Dictionary(uniqueKeysWithValues: tally.countries.map { ($0.code, $0.people) })
        furtherCountries = tally.furtherCountries
    }
}
