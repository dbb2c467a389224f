internal import Design
internal import HTML
public import Moderation
public import People
internal import Site
internal import Storage
public import Text
internal import Time
internal import Translations
public import Web

/// Answers for writing campaigns: editors.
public struct CampaignDeskHandlers: Sendable {
    private let services: CampaignServices
    private let menu: DeskMenu

    /// Handlers with these services.
    public init(_ services: CampaignServices, menu: DeskMenu) {
        self.services = services
        self.menu = menu
    }

    /// Every campaign with its number of people.
    public func index(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        .page(try await indexPage(visit, signedIn, FormState())).withoutIndexing()
    }

    /// A new campaign: a draft, with words in the language in which it was made, until it is opened.
    public func create(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        var check = FormCheck(try await visit.form())
        let slug = CampaignForm.slug(&check)
        let words = CampaignForm.words(&check, in: language)
        guard check.isClean, let slug, let words else { return try await again(visit, signedIn, check) }
        do {
            try await act(.campaignChanged, slug, signedIn, note: language.code) { db, now in
                guard try CampaignStore.draft(slug, words, at: now, on: db) != nil else { throw SlugTaken() }
            }
            return .redirect(to: CampaignDeskRoutes.campaign.path(language, slug))
        } catch is SlugTaken {
            check.fail("slug", "campaigns.problem.slugTaken")
            return try await again(visit, signedIn, check)
        }
    }

    private struct SlugTaken: Error {}

    /// One campaign.
    public func campaign(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let counted = try await find(slug)
        let state = FormState(values: ["goals": counted.campaign.goals.map(String.init).joined(separator: "\n")])
        let page = CampaignDeskPages.campaign(counted, isDone: visit.query("done") == "1", state, desk(visit, signedIn), visit.translator)
        return .page(page).withoutIndexing()
    }

    /// Its goals.
    public func saveGoals(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let counted = try await find(slug)
        var check = FormCheck(try await visit.form())
        guard let goals = CampaignForm.goals(&check) else {
            let state = FormState(check, "campaigns", visit.translator)
            let page = CampaignDeskPages.campaign(counted, isDone: false, state, desk(visit, signedIn), visit.translator)
            return .page(page, status: .unprocessable).withoutIndexing()
        }
        try await act(.campaignChanged, slug, signedIn) { db, _ in try CampaignStore.set(goals, of: counted.campaign.id, on: db) }
        return done(language, slug)
    }

    /// Its words in one language, with another beside them.
    public func words(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ wished: Language) async throws -> Answer
    {
        let view = try await wordsView(slug, wished, language)
        return .page(CampaignDeskPages.words(view, CampaignForm.state(view.words), desk(visit, signedIn), visit.translator))
            .withoutIndexing()
    }

    /// The words, sent.
    public func saveWords(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ wished: Language) async throws
        -> Answer
    {
        let view = try await wordsView(slug, wished, language)
        var check = FormCheck(try await visit.form())
        guard let words = CampaignForm.words(&check, in: wished, isMachine: view.isUnchecked) else {
            let state = FormState(check, "campaigns", visit.translator)
            return .page(CampaignDeskPages.words(view, state, desk(visit, signedIn), visit.translator), status: .unprocessable)
                .withoutIndexing()
        }
        let main = services.site.settings.mainLanguage
        do {
            let now = services.clock.now()
            try await services.database.write { [check] db in
                // What an organisation proposed speaks in its name: nobody rewrites it while it waits.
                guard let stored = try CampaignStore.draftOrPublished(slug, on: db), try ProposalStore.waiting(stored.id, on: db) == nil
                else {
                    throw WebFailure.notFound
                }
                guard check.isMade(from: CampaignForm.state(stored.words(in: wished)).values) else { throw Overtaken() }
                let before = CampaignTexts.text(stored)
                try TranslationStore.edited(before, in: wished, main: main, by: signedIn.person, at: now, on: db)
                try CampaignStore.set(words, of: stored.id, on: db)
                let note = before.note(in: wished, becoming: CampaignTexts.words(words))
                try AuditStore.add(
                    CampaignVerb.campaignChanged, .init("campaign", name: slug), by: signedIn.person, note: note, at: now, on: db)
            }
        } catch is Overtaken {
            return try await overtaken(slug, wished, FormState(check, "campaigns", visit.translator), visit, signedIn, language)
        }
        return done(language, slug)
    }

    /// A colleague saved these words meanwhile. Thrown inside the write, so that nothing of it stays.
    private struct Overtaken: Error {}

    /// The form as it was typed, with what a colleague saved meanwhile.
    private func overtaken(
        _ slug: String, _ wished: Language, _ typed: FormState, _ visit: Visit, _ signedIn: SignedIn, _ language: Language
    ) async throws -> Answer {
        let view = try await wordsView(slug, wished, language)
        let stored = CampaignForm.state(view.words)
        let t = visit.translator
        let trouble = Pieces.overtaken(stored.differences(from: typed, in: CampaignForm.fields, "campaigns", t), t)
        let page = CampaignDeskPages.words(view, typed.marked(by: stored), trouble: trouble, desk(visit, signedIn), t)
        return .page(page, status: .conflict).withoutIndexing()
    }

    /// Ending the time in which people can sign.
    public func close(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let campaign = try await find(slug).campaign
        try await act(.campaignClosed, slug, signedIn) { db, now in try CampaignStore.close(campaign.id, at: now, on: db) }
        return done(language, slug)
    }

    /// Opening it (again). What an organisation proposed is decided in the queue, so that it hears of it.
    public func open(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let campaign = try await find(slug).campaign
        try await act(.campaignOpened, slug, signedIn) { db, now in
            guard try ProposalStore.waiting(campaign.id, on: db) == nil else { throw WebFailure.notFound }
            try CampaignStore.open(campaign.id, at: now, on: db)
        }
        return done(language, slug)
    }

    /// Taking a draft away. One that an organisation proposed is decided in the queue, so that it hears of it.
    public func discard(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let campaign = try await find(slug).campaign
        try await act(.campaignDiscarded, slug, signedIn) { db, _ in
            guard campaign.isDraft, try ProposalStore.waiting(campaign.id, on: db) == nil else { throw WebFailure.notFound }
            try CampaignStore.discard(draft: campaign.id, on: db)
        }
        return .redirect(to: CampaignDeskRoutes.index.path(language))
    }

    private func wordsView(_ slug: String, _ wished: Language, _ reader: Language) async throws -> WordsView {
        let counted = try await find(slug)
        let text = CampaignTexts.text(counted.campaign)
        let main = services.site.settings.mainLanguage
        let isUnchecked = try await services.database.read { try TranslationStore.isUnchecked(text, in: wished, main: main, on: $0) }
        return WordsView(counted, language: wished, reader: reader, isUnchecked: isUnchecked)
    }

    private func find(_ slug: String) async throws -> CountedCampaign {
        try await services.database.read { db in
            guard let campaign = try CampaignStore.draftOrPublished(slug, on: db) else { throw WebFailure.notFound }
            return CountedCampaign(
                campaign: campaign, tally: try TallyStore.tally(of: campaign.id, on: db),
                isProposed: try ProposalStore.waiting(campaign.id, on: db) != nil)
        }
    }

    /// Does something to a campaign and writes it into the log, in one write.
    @discardableResult
    private func act<Value: Sendable>(
        _ verb: CampaignVerb, _ slug: String, _ signedIn: SignedIn, note: String = "",
        _ work: @escaping @Sendable (any Writer, Instant) throws -> Value
    ) async throws -> Value {
        let now = services.clock.now()
        return try await services.database.write { db in
            let value = try work(db, now)
            try AuditStore.add(verb, .init("campaign", name: slug), by: signedIn.person, note: note, at: now, on: db)
            return value
        }
    }

    private func indexPage(_ visit: Visit, _ signedIn: SignedIn, _ state: FormState) async throws -> Page {
        let counted = try await services.database.read { db in
            try CampaignStore.draftsAndPublished(on: db).map {
                CountedCampaign(campaign: $0, tally: try TallyStore.tally(of: $0.id, on: db))
            }
        }
        return CampaignDeskPages.index(counted, state, desk(visit, signedIn), visit.translator)
    }

    private func again(_ visit: Visit, _ signedIn: SignedIn, _ check: FormCheck) async throws -> Answer {
        let state = FormState(check, "campaigns", visit.translator)
        return .page(try await indexPage(visit, signedIn, state), status: .unprocessable).withoutIndexing()
    }

    private func desk(_ visit: Visit, _ signedIn: SignedIn) -> DeskPage {
        DeskPage(menu, for: signedIn, visit.translator)
    }

    private func done(_ language: Language, _ slug: String) -> Answer {
        .redirect(to: CampaignDeskRoutes.campaign.path(language, slug).adding(query: [("done", "1")]))
    }
}

/// The words of a campaign in one language, with another one beside them to translate from.
struct WordsView: Sendable {
    let campaign: Campaign
    let language: Language
    let beside: Campaign.Words
    /// How many people signed what stands there.
    let people: Int
    /// Whether a machine translated it and nobody has checked it.
    let isUnchecked: Bool

    init(_ counted: CountedCampaign, language: Language, reader: Language, isUnchecked: Bool) {
        campaign = counted.campaign
        people = counted.tally.people
        self.language = language
        self.isUnchecked = isUnchecked
        let others = campaign.words.filter { $0.language != language }
        beside = others.first { $0.language == reader } ?? others.first { $0.language == .english } ?? others.first ?? campaign.words[0]
    }

    var words: Campaign.Words? { campaign.words(in: language) }
}
