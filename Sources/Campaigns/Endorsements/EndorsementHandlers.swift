internal import Design
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
        let state = FormState(values: ["signatory": signedIn.person.name, "function": found.mandate.function])
        return .page(EndorsementPages.form(found, state, visit.translator)).withoutIndexing()
    }

    /// The form, sent: official contacts are asked by mail, and it waits in the queue.
    public func endorse(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ campaign: String) async throws
        -> Answer
    {
        let found = try await find(slug, campaign, signedIn)
        var check = FormCheck(try await visit.form())
        guard found.campaign.isOpen, let details = EndorsementForm.decode(&check, today: CivilDay(services.clock.now())) else {
            let state = FormState(check, "campaigns", visit.translator)
            return .page(EndorsementPages.form(found, state, visit.translator), status: found.campaign.isOpen ? .unprocessable : .gone)
                .withoutIndexing()
        }
        let now = services.clock.now()
        try await services.database.write { [letters] db in
            let id = try EndorsementStore.ask(
                found.campaign.id, by: found.organisation.id, details, person: signedIn.person.id, at: now, on: db)
            guard let id, let endorsement = try EndorsementStore.find(id, on: db) else { return }
            try letters.askContacts(about: endorsement, found.campaign, found.organisation, on: db)
        }
        return .redirect(to: RepresentativeRoutes.profile.path(language, slug).adding(query: [("done", "1")]))
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
                "endorsementWithdrawn", .init("endorsement", endorsement.id, name: found.organisation.name(for: language).name),
                by: signedIn.person, note: campaign, at: now, on: db)
        }
        return .redirect(to: RepresentativeRoutes.profile.path(language, slug).adding(query: [("done", "1")]))
    }

    /// For an official contact: what is endorsed, and two buttons.
    public func show(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        guard let asked = try await asked(token) else { return over(token, visit) }
        return .page(EndorsementPages.question(asked, token: token, visit.translator)).withoutIndexing()
    }

    /// The button that confirms.
    public func confirm(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        try await decide(token, visit) { [letters] asked, now, db in
            try EndorsementStore.confirm(asked.endorsement.id, at: now, on: db)
            try letters.tell(.confirmed, about: asked.endorsement, on: db)
        }
    }

    /// The button that refuses.
    public func refuse(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        try await decide(token, visit) { [letters] asked, now, db in
            try EndorsementStore.end(asked.endorsement.id, why: .refused, at: now, on: db)
            try letters.tell(.refused, about: asked.endorsement, on: db)
        }
    }

    /// What an organisation's page in the account offers: every open campaign, and what became of each endorsement.
    public func extras(_ organisation: Organisation, _ language: Language, on db: any Reader) throws -> [OrganisationExtra] {
        let t = services.catalogue.translator(for: language)
        let rows = try CampaignStore.all(on: db).compactMap { campaign -> EndorsementRow? in
            let endorsement = try EndorsementStore.find(campaign.id, by: organisation.id, on: db)
            guard campaign.isOpen || endorsement != nil else { return nil }
            return EndorsementRow(campaign: campaign, endorsement: endorsement)
        }
        return [OrganisationExtra(title: t("campaigns.endorse.title"), content: EndorsementPages.rows(rows, organisation, t))]
    }

    private func decide(
        _ token: String, _ visit: Visit, _ work: @escaping @Sendable (AskedEndorsement, Instant, any Writer) throws -> Void
    ) async throws -> Answer {
        guard let asked = try await asked(token) else { return over(token, visit) }
        let now = services.clock.now()
        try await services.database.write { db in
            try work(asked, now, db)
            try ContactKeyStore.end(EndorsementLetters.kind, asked.endorsement.id, on: db)
        }
        return .page(EndorsementPages.decided(asked.campaign, visit.translator)).withoutIndexing()
    }

    private func asked(_ text: String) async throws -> AskedEndorsement? {
        guard let token = Token(text: text) else { throw WebFailure.notFound }
        let now = services.clock.now()
        return try await services.database.read { db in
            guard let key = try ContactKeyStore.find(token, EndorsementLetters.kind, at: now, on: db),
                let endorsement = try EndorsementStore.find(key.subject, on: db), endorsement.endedAt == nil,
                let campaign = try CampaignStore.find(endorsement.campaign, on: db),
                let organisation = try OrganisationStore.find(endorsement.organisation, on: db)
            else { return nil }
            return AskedEndorsement(endorsement: endorsement, campaign: campaign, organisation: organisation)
        }
    }

    private func over(_ token: String, _ visit: Visit) -> Answer {
        .page(EndorsementPages.over(token: token, visit.translator), status: .gone).withoutIndexing()
    }

    /// An organisation that the person may act for, and a campaign; anything else is not found.
    private func find(_ slug: String, _ campaign: String, _ signedIn: SignedIn) async throws -> EndorsementForm.Found {
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
}

/// A campaign on the page of an organisation in the account, with what became of its endorsement.
struct EndorsementRow: Sendable {
    let campaign: Campaign
    let endorsement: Endorsement?
}
