internal import Design
internal import Files
internal import HTML
public import Organisations
public import People
internal import Secrets
public import Storage
public import Text
internal import Time
public import Web

/// Answers for endorsements: the public list, the form for whoever may act for an organisation, and the link of its official contact.
public struct EndorsementHandlers: Sendable {
    private let services: CampaignServices
    private var letters: EndorsementLetters { EndorsementLetters(services: services) }

    /// Handlers with these services.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    /// The organisations that endorse a campaign.
    public func list(_ visit: Visit, _ language: Language, _ slug: String) async throws -> Answer {
        let (campaign, view) = try await services.database.read { db in
            guard let campaign = try CampaignStore.find(slug, on: db) else { throw WebFailure.notFound }
            return (campaign, try EndorsementView.read(campaign.id, for: language, on: db))
        }
        return .page(EndorsementPages.list(view, campaign, visit.translator))
            .cached(CachePolicy(topics: ["site", "organisations", campaign.topic]))
    }

    /// The form.
    public func form(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ campaign: String) async throws -> Answer
    {
        let found = try await find(slug, campaign, signedIn)
        guard found.campaign.isOpen else { return .redirect(to: CampaignRoutes.campaign.path(language, campaign)) }
        let state = FormState(values: ["signatory": signedIn.person.name, "function": found.mandate.function])
        return .page(EndorsementPages.form(found, state, visit.translator)).withoutIndexing()
    }

    /// The form, sent: official contacts are asked by mail, and it waits in the queue.
    public func endorse(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ campaign: String) async throws
        -> Answer
    {
        let found = try await find(slug, campaign, signedIn)
        guard found.campaign.isOpen else { return .redirect(to: CampaignRoutes.campaign.path(language, campaign)) }
        var check = FormCheck(try await visit.form(withFilesUpTo: Endorsement.largestLetter))
        let now = services.clock.now()
        if let form = EndorsementForm.decode(&check, today: CivilDay(now)) {
            let taken = try await services.database.write { [letters] db in try Self.take(form, found, signedIn, letters, at: now, on: db) }
            switch taken {
            case .asked: return .redirect(to: RepresentativeRoutes.profile.path(language, slug).adding(query: [("done", "1")]))
            case .tooOften: check.fail("decidedOn", "campaigns.problem.endorsements")
            case .hasOne: check.fail("decidedOn", "campaigns.problem.endorsed")
            }
        }
        let state = FormState(check, "campaigns", visit.translator)
        return .page(EndorsementPages.form(found, state, visit.translator), status: .unprocessable).withoutIndexing()
    }

    /// What became of a form.
    private enum Taken {
        case asked, tooOften
        /// One stands or waits already.
        case hasOne
    }

    private static func take(
        _ form: EndorsementForm, _ ground: EndorsementForm.Ground, _ signedIn: SignedIn, _ letters: EndorsementLetters, at now: Instant,
        on db: any Writer
    ) throws -> Taken {
        let (campaign, organisation) = (ground.campaign, ground.organisation)
        if try isThere(form, ground, signedIn, on: db) { return .asked }
        let sent = try EndorsementStore.countAsked(campaign.id, by: organisation.id, since: now - .days(1), on: db)
        guard sent < Endorsement.asksADay else { return .tooOften }
        let id = try EndorsementStore.ask(campaign.id, by: organisation.id, form.details, person: signedIn.person.id, at: now, on: db)
        // Another node may have been quicker, with the same or with something else.
        guard let id else { return try isThere(form, ground, signedIn, on: db) ? .asked : .hasOne }
        if let letter = form.letter { try EndorsementStore.attach(letter, to: id, at: now, on: db) }
        guard let endorsement = try EndorsementStore.find(id, on: db) else { return .hasOne }
        try letters.askContacts(about: endorsement, by: signedIn.person, campaign, organisation, on: db)
        return .asked
    }

    /// Whether exactly this waits already, sent by the same person: a button pressed twice.
    private static func isThere(_ form: EndorsementForm, _ ground: EndorsementForm.Ground, _ signedIn: SignedIn, on db: any Reader) throws
        -> Bool
    {
        guard let there = try EndorsementStore.find(ground.campaign.id, by: ground.organisation.id, on: db), !there.stands else {
            return false
        }
        guard there.person == signedIn.person.id, there.details == form.details else { return false }
        return try there.letter.flatMap { try FileStore.content(of: $0.id, on: db) } == form.letter?.bytes
    }

    /// The letter, for those who may act for the organisation: of the endorsement that stands or waits, else of the last that ended, or of the
    /// ended one that `of` names.
    public func ownLetter(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ campaign: String) async throws
        -> Answer
    {
        let found = try await find(slug, campaign, signedIn)
        let of = visit.query("of")
        return try await letter(visit) { db in
            let current = try EndorsementStore.find(found.campaign.id, by: found.organisation.id, on: db)
            if of == nil, let current { return current }
            let ended = try EndorsementStore.ended(of: found.organisation.id, on: db).filter { $0.campaign == found.campaign.id }
            return of.map { of in ended.first { String($0.id) == of } } ?? ended.last
        }
    }

    /// The letter, for an official contact who is asked.
    public func askedLetter(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        let now = services.clock.now()
        return try await letter(visit) { try Self.asked(token, at: now, on: $0)?.endorsement }
    }

    /// The letter, for moderators.
    public func letter(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        try await letter(visit) { try EndorsementStore.find(id, on: $0) }
    }

    private func letter(_ visit: Visit, of find: @escaping @Sendable (any Reader) throws -> Endorsement?) async throws -> Answer {
        guard let file = try await services.database.read({ try find($0)?.letter }) else { throw WebFailure.notFound }
        return .file(file, from: services.database, to: visit)
    }

    /// Taking it back.
    public func withdraw(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ campaign: String) async throws
        -> Answer
    {
        let found = try await find(slug, campaign, signedIn)
        let now = services.clock.now()
        try await services.database.write { db in
            guard let endorsement = try EndorsementStore.find(found.campaign.id, by: found.organisation.id, on: db) else { return }
            try EndorsementStore.end(endorsement.id, why: .withdrawn, at: now, on: db)
            try ContactKeyStore.end(EndorsementLetters.kind, endorsement.id, on: db)
            try AuditStore.add(
                CampaignVerb.endorsementWithdrawn, .init("endorsement", endorsement.id, name: found.organisation.name(for: language).name),
                by: signedIn.person, note: campaign, at: now, on: db)
        }
        return .redirect(to: RepresentativeRoutes.profile.path(language, slug).adding(query: [("done", "1")]))
    }

    /// For an official contact: what is endorsed, and two buttons.
    public func show(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        let now = services.clock.now()
        let asked = try await services.database.read { try Self.asked(token, at: now, on: $0) }
        guard let asked else { return over(token, visit) }
        return .page(EndorsementPages.question(asked, token: token, visit.translator)).withoutIndexing()
    }

    /// The button that confirms.
    public func confirm(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        try await decide(token, visit, language, isConfirmed: true) { asked, now, db in
            try EndorsementStore.confirm(asked.endorsement.id, at: now, on: db)
        }
    }

    /// The button that refuses.
    public func refuse(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        try await decide(token, visit, language, isConfirmed: false) { asked, now, db in
            try EndorsementStore.end(asked.endorsement.id, why: .refused, at: now, on: db)
        }
    }

    /// What an organisation's page in the account offers: every open campaign, and what became of each endorsement.
    public func extras(_ organisation: Organisation, _ language: Language, on db: any Reader) throws -> [OrganisationExtra] {
        let t = services.catalogue.translator(for: language)
        let current = try EndorsementStore.current(of: organisation.id, on: db)
        let rows = try CampaignStore.all(on: db).compactMap { campaign -> EndorsementRow? in
            let endorsement = current.first { $0.campaign == campaign.id }
            guard campaign.isOpen || endorsement != nil else { return nil }
            return EndorsementRow(campaign: campaign, endorsement: endorsement)
        }
        let past = try EndorsementStore.ended(of: organisation.id, on: db).compactMap { endorsement in
            try CampaignStore.find(endorsement.campaign, on: db).map { EndorsementRow(campaign: $0, endorsement: endorsement) }
        }
        let content = EndorsementPages.rows(rows, organisation, t) + EndorsementPages.history(past, of: organisation, t)
        return [OrganisationExtra(title: t("campaigns.endorse.title"), content: content)]
    }

    /// What the page of an organisation shows to everybody: what it endorses, endorsed until when, and the national campaigns it leads.
    public func shown(of organisation: Organisation, _ language: Language, on db: any Reader) throws -> [OrganisationExtra] {
        let t = services.catalogue.translator(for: language)
        let endorsed = try EndorsementStore.history(of: organisation.id, on: db).compactMap { endorsement -> EndorsementRow? in
            guard let campaign = try CampaignStore.find(endorsement.campaign, on: db), !campaign.isDraft else { return nil }
            return EndorsementRow(campaign: campaign, endorsement: endorsement)
        }
        let led = try CampaignStore.led(by: organisation.id, on: db)
        let parts = [
            (t("campaigns.endorse.shown"), endorsed.isEmpty ? nil : EndorsementPages.history(endorsed, t)),
            (t("campaigns.national.title"), led.isEmpty ? nil : EndorsementPages.links(led, t)),
        ]
        return parts.compactMap { title, content in content.map { OrganisationExtra(title: title, content: $0) } }
    }

    /// Whoever ends the links first decides; for everybody after them the link is over.
    private func decide(
        _ text: String, _ visit: Visit, _ language: Language, isConfirmed: Bool,
        _ work: @escaping @Sendable (AskedEndorsement, Instant, any Writer) throws -> Bool
    ) async throws -> Answer {
        let now = services.clock.now()
        let decided = try await services.database.write { [letters] db -> AskedEndorsement? in
            guard let token = Token(text: text), let asked = try Self.asked(text, at: now, on: db),
                try ContactKeyStore.answer(token, EndorsementLetters.kind, asked.endorsement.id, at: now, on: db), try work(asked, now, db)
            else { return nil }
            try letters.tell(isConfirmed ? .confirmed : .refused, about: asked.endorsement, on: db)
            try AuditStore.add(
                isConfirmed ? CampaignVerb.endorsementConfirmed : .endorsementRefused,
                .init("endorsement", asked.endorsement.id, name: asked.organisation.name(for: language).name),
                by: asked.key.contact(of: asked.organisation, for: language), note: asked.campaign.slug, at: now, on: db)
            return asked
        }
        guard let decided else { return over(text, visit) }
        return .page(EndorsementPages.decided(decided.campaign, visit.translator)).withoutIndexing()
    }

    private static func asked(_ text: String, at now: Instant, on db: any Reader) throws -> AskedEndorsement? {
        guard let token = Token(text: text) else { throw WebFailure.notFound }
        guard let key = try ContactKeyStore.find(token, EndorsementLetters.kind, at: now, on: db),
            let endorsement = try EndorsementStore.find(key.subject, on: db), endorsement.endedAt == nil,
            let campaign = try CampaignStore.find(endorsement.campaign, on: db),
            let organisation = try OrganisationStore.find(endorsement.organisation, on: db)
        else { return nil }
        return AskedEndorsement(
            endorsement: endorsement, campaign: campaign, organisation: organisation,
            person: try endorsement.person.flatMap { try PersonStore.find($0, on: db) }, key: key)
    }

    private func over(_ token: String, _ visit: Visit) -> Answer {
        .page(EndorsementPages.over(token: token, visit.translator), status: .gone).withoutIndexing()
    }

    /// An organisation that the person may act for, and a campaign; anything else is not found.
    private func find(_ slug: String, _ campaign: String, _ signedIn: SignedIn) async throws -> EndorsementForm.Ground {
        let now = services.clock.now()
        return try await services.database.read { db in
            guard let key = try OrganisationStore.key(of: slug, on: db), let organisation = try OrganisationStore.find(key, on: db),
                let mandate = try RepresentativeStore.mandate(of: signedIn.person.id, for: key, at: now, on: db),
                let campaign = try CampaignStore.find(campaign, on: db)
            else { throw WebFailure.notFound }
            return .init(organisation: organisation, campaign: campaign, mandate: mandate)
        }
    }
}

/// An endorsement that an official contact is asked about.
struct AskedEndorsement: Sendable {
    let endorsement: Endorsement
    let campaign: Campaign
    let organisation: Organisation
    /// Who sent it, while the account is there.
    let person: Person?
    /// The link, and with it the contact who is asked.
    let key: ContactKeyStore.Found
}

/// A campaign on the page of an organisation in the account, with what became of its endorsement.
struct EndorsementRow: Sendable {
    let campaign: Campaign
    let endorsement: Endorsement?
}
