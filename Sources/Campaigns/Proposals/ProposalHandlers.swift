internal import Design
internal import HTML
public import Organisations
public import People
public import Storage
public import Text
internal import Time
public import Web

/// Answers for organisations that propose a national campaign.
public struct ProposalHandlers: Sendable {
    private let services: CampaignServices

    /// Handlers with these services.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    /// The form.
    public func form(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ common: String) async throws -> Answer {
        let ground = try await find(slug, common, signedIn)
        return .page(ProposalPages.form(ground, FormState(values: ProposalForm.state(ground, in: language)), visit.translator))
            .withoutIndexing()
    }

    /// The form, sent: it waits in the queue.
    public func propose(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ common: String) async throws
        -> Answer
    {
        let ground = try await find(slug, common, signedIn)
        var check = FormCheck(try await visit.form())
        let now = services.clock.now()
        if let form = ProposalForm.decode(&check, in: language) {
            let national = Campaign.National(common: ground.common.id, country: form.country, organisation: ground.organisation.id)
            let isTaken = try await services.database.write { db -> Bool in
                switch try ProposalStore.ask(form.words, national, person: signedIn.person.id, at: now, on: db) {
                case .tooMany: return false
                case .waitsAlready: return true
                case .waits(let id):
                    try AuditStore.add(
                        CampaignVerb.campaignProposed, .init(ProposalLetters.kind, id, name: form.words.title), by: signedIn.person,
                        note: slug, at: now, on: db)
                    return true
                }
            }
            if isTaken { return .redirect(to: RepresentativeRoutes.profile.path(language, slug).adding(query: [("done", "1")])) }
            check.fail("title", "campaigns.problem.proposals", [.number(Proposal.mostWaiting)])
        }
        let state = FormState(check, "campaigns", visit.translator)
        return .page(ProposalPages.form(ground, state, visit.translator), status: .unprocessable).withoutIndexing()
    }

    /// What was proposed, while it waits.
    public func waiting(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ draft: String) async throws -> Answer
    {
        let waiting = try await find(waiting: draft, slug, signedIn)
        return .page(ProposalPages.waiting(waiting, CampaignForm.state(waiting.draft.words(for: language)), visit.translator))
            .withoutIndexing()
    }

    /// Its words written anew, in the language in which they were written.
    public func rewrite(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ draft: String) async throws -> Answer
    {
        let waiting = try await find(waiting: draft, slug, signedIn)
        var check = FormCheck(try await visit.form())
        let written = waiting.draft.words(for: language).language
        guard let words = CampaignForm.words(&check, in: written, longestBody: Proposal.longestBody) else {
            let state = FormState(check, "campaigns", visit.translator)
            return .page(ProposalPages.waiting(waiting, state, visit.translator), status: .unprocessable).withoutIndexing()
        }
        try await change(waiting.draft) { db in try CampaignStore.set(words, of: waiting.draft.id, on: db) }
        return .redirect(to: RepresentativeRoutes.profile.path(language, slug).adding(query: [("done", "1")]))
    }

    /// Taking it back.
    public func takeBack(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ draft: String) async throws -> Answer
    {
        let waiting = try await find(waiting: draft, slug, signedIn)
        try await change(waiting.draft) { db in try CampaignStore.discard(draft: waiting.draft.id, on: db) }
        return .redirect(to: RepresentativeRoutes.profile.path(language, slug).adding(query: [("done", "1")]))
    }

    /// Changes a draft in a write in which it still waits.
    private func change(_ draft: Campaign, _ work: @escaping @Sendable (any Writer) throws -> Void) async throws {
        try await services.database.write { db in
            guard try ProposalStore.waiting(draft.id, on: db) != nil else { throw WebFailure.notFound }
            try work(db)
        }
    }

    private func find(waiting draft: String, _ slug: String, _ signedIn: SignedIn) async throws -> ProposalForm.Waiting {
        let now = services.clock.now()
        return try await services.database.read { db in
            guard let key = try OrganisationStore.key(of: slug, on: db), let organisation = try OrganisationStore.find(key, on: db),
                try RepresentativeStore.mandate(of: signedIn.person.id, for: key, at: now, on: db) != nil,
                let draft = try CampaignStore.draftOrPublished(draft, on: db), draft.national?.organisation == key,
                try ProposalStore.waiting(draft.id, on: db) != nil
            else { throw WebFailure.notFound }
            return .init(organisation: organisation, draft: draft)
        }
    }

    /// What an organisation's page in the account offers: its national campaigns, and proposing another.
    public func extras(_ organisation: Organisation, _ language: Language, on db: any Reader) throws -> [OrganisationExtra] {
        let t = services.catalogue.translator(for: language)
        let own = try ProposalStore.campaigns(of: organisation.id, on: db)
        let common = try CampaignStore.all(on: db).filter { $0.national == nil && $0.isOpen }
        return [OrganisationExtra(title: t("campaigns.national.title"), content: ProposalPages.rows(own, common, organisation, t))]
    }

    /// An organisation that the person may act for, and a common campaign that is open; anything else is not found.
    private func find(_ slug: String, _ common: String, _ signedIn: SignedIn) async throws -> ProposalForm.Ground {
        let now = services.clock.now()
        return try await services.database.read { db in
            guard let key = try OrganisationStore.key(of: slug, on: db), let organisation = try OrganisationStore.find(key, on: db),
                try RepresentativeStore.mandate(of: signedIn.person.id, for: key, at: now, on: db) != nil,
                let campaign = try CampaignStore.find(common, on: db), campaign.isOpen, campaign.national == nil
            else { throw WebFailure.notFound }
            return .init(organisation: organisation, common: campaign)
        }
    }
}
