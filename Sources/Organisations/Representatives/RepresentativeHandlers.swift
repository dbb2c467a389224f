internal import Design
internal import HTML
public import People
public import Storage
public import Text
internal import Time
public import Web

/// Answers for what a signed-in person may do for organisations.
public struct RepresentativeHandlers: Sendable {
    private let services: OrganisationServices
    private let extras: @Sendable (Organisation, Language, any Reader) throws -> [OrganisationExtra]

    /// Handlers with these services. `extras` are what features offer on an organisation's page in the account, such as endorsing.
    public init(
        _ services: OrganisationServices,
        extras: @escaping @Sendable (Organisation, Language, any Reader) throws -> [OrganisationExtra] = { _, _, _ in [] }
    ) {
        self.services = services
        self.extras = extras
    }

    /// What they may do for which.
    public func index(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let now = services.clock.now()
        let mine = try await services.database.read { db in
            let current = try RepresentativeStore.all(of: signedIn.person.id, on: db)
            return try (current + RepresentativeStore.lapsed(of: signedIn.person.id, on: db)).compactMap { mandate -> MyMandate? in
                guard let organisation = try OrganisationStore.find(mandate.organisation, on: db) else { return nil }
                let isContested = try ContestStore.note(of: organisation.id, on: db) != nil
                return MyMandate(mandate: mandate, organisation: organisation, isContested: isContested)
            }
        }
        let page = RepresentativePages.index(
            mine, hasAsked: visit.query("done") == "1", at: now, zone: signedIn.person.timeZone, visit.translator)
        return .page(page).withoutIndexing()
    }

    /// The form to ask to act for one.
    public func form(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let organisation = try await visible(slug)
        return .page(RepresentativePages.form(organisation, FormState(), visit.translator)).withoutIndexing()
    }

    /// The form, sent: official contacts are asked by mail, and it waits in the queue. Asking twice asks nobody twice.
    public func ask(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let organisation = try await visible(slug)
        var check = FormCheck(try await visit.form())
        let function = check.line(
            "function", required: true, max: Representative.longestFunction, rules: [.someLetter, .noAddress, .noFormula])
        guard check.isClean, let function else {
            let state = FormState(check, "organisations", visit.translator)
            return .page(RepresentativePages.form(organisation, state, visit.translator), status: .unprocessable).withoutIndexing()
        }
        let now = services.clock.now()
        let isTaken = try await services.database.write { [services] db -> Bool in
            let asked = try RepresentativeStore.countAsked(by: signedIn.person.id, since: now - .days(1), on: db)
            guard asked < Representative.asksADay else { return false }
            // What is over is in nobody's way, though the nightly work has not ended it yet.
            for mandate in try RepresentativeStore.all(of: signedIn.person.id, on: db)
            where mandate.organisation == organisation.id && mandate.isOver(at: now) {
                _ = try RepresentativeStore.expire(mandate.id, at: now, on: db)
            }
            let id = try RepresentativeStore.ask(organisation.id, by: signedIn.person.id, function: function, at: now, on: db)
            guard let id, let mandate = try RepresentativeStore.find(id, on: db) else { return true }
            try services.askContacts(about: mandate, by: signedIn.person, on: db)
            return true
        }
        guard isTaken else {
            check.fail("function", "organisations.problem.asks")
            let state = FormState(check, "organisations", visit.translator)
            return .page(RepresentativePages.form(organisation, state, visit.translator), status: .unprocessable).withoutIndexing()
        }
        return .redirect(to: RepresentativeRoutes.index.path(language).adding(query: [("done", "1")]))
    }

    /// Giving a mandate back.
    public func giveBack(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let now = services.clock.now()
        try await services.database.write { db in
            guard let key = try OrganisationStore.key(of: slug, on: db),
                let mandate = try RepresentativeStore.all(of: signedIn.person.id, on: db).first(where: { $0.organisation == key })
            else { throw WebFailure.notFound }
            try RepresentativeStore.end(mandate.id, why: .givenBack, at: now, on: db)
            try ContactKeyStore.end(RepresentativeLetters.kind, mandate.id, on: db)
            try AuditStore.add(
                OrganisationVerb.mandateGivenBack, .init("representative", mandate.id, name: signedIn.person.name), by: signedIn.person,
                note: slug,
                at: now,
                on: db)
        }
        return .redirect(to: RepresentativeRoutes.index.path(language))
    }

    /// The organisation's own words, for whoever may act for it; for everybody else there is nothing here.
    public func profile(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let view = try await own(slug, signedIn, language)
        let page = RepresentativePages.profile(
            view, OrganisationForm.state(view.organisation.facts, in: language, for: .representative), isSaved: visit.query("done") == "1",
            visit.translator)
        return .page(page).withoutIndexing()
    }

    /// The words, sent. What moderators decide (category, country, visibility, domain) stays as it is, whatever the form holds.
    public func saveProfile(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let view = try await own(slug, signedIn, language)
        let form = try await visit.form()
        let themes = view.themes.map(\.slug)
        let now = services.clock.now()
        let today = CivilDay(now)
        var check = FormCheck(form)
        guard
            OrganisationForm.decode(&check, over: view.organisation.facts, in: language, themes: themes, by: .representative, today: today)
                != nil
        else {
            let state = FormState(check, "organisations", visit.translator)
            return .page(RepresentativePages.profile(view, state, isSaved: false, visit.translator), status: .unprocessable)
                .withoutIndexing()
        }
        let isSaved = try await services.database.write { db -> Bool in
            // Over what stands there now: a moderator may have hidden it meanwhile, or the mandate may be over.
            var check = FormCheck(form)
            guard try RepresentativeStore.mandate(of: signedIn.person.id, for: view.organisation.id, at: now, on: db) != nil,
                let current = try OrganisationStore.hold(view.organisation.id, on: db),
                let facts = OrganisationForm.decode(
                    &check, over: current.facts, in: language, themes: themes, by: .representative, today: today)
            else { throw WebFailure.notFound }
            let stored = OrganisationForm.state(current.facts, in: language, for: .representative)
            guard check.isMade(from: stored.values) else { return false }
            try OrganisationStore.change(view.organisation.id, to: facts, at: now, on: db)
            try AuditStore.add(
                OrganisationVerb.organisationChanged,
                .init("organisation", view.organisation.id, name: view.organisation.name(for: language).name),
                by: signedIn.person, at: now, on: db)
            return true
        }
        guard isSaved else {
            return try await overtaken(slug, FormState(check, "organisations", visit.translator), visit, signedIn, language)
        }
        return .redirect(to: RepresentativeRoutes.profile.path(language, slug).adding(query: [("done", "1")]))
    }

    /// The form as it was typed, with what somebody else saved meanwhile.
    private func overtaken(_ slug: String, _ typed: FormState, _ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws
        -> Answer
    {
        let view = try await own(slug, signedIn, language)
        let t = visit.translator
        let stored = OrganisationForm.state(view.organisation.facts, in: language, for: .representative)
        let theirs = OrganisationForm.differences(stored, from: typed, by: .representative, view.themes, t)
        let page = RepresentativePages.profile(
            view, typed.marked(by: stored), isSaved: false, trouble: Pieces.overtaken(theirs, t), t)
        return .page(page, status: .conflict).withoutIndexing()
    }

    private func visible(_ slug: String) async throws -> Organisation {
        guard let found = try await services.database.read({ try OrganisationStore.find(slug, on: $0) }) else { throw WebFailure.notFound }
        return found
    }

    private func own(_ slug: String, _ signedIn: SignedIn, _ language: Language) async throws -> OwnOrganisation {
        let now = services.clock.now()
        return try await services.database.read { [extras] db in
            guard let key = try OrganisationStore.key(of: slug, on: db), let organisation = try OrganisationStore.find(key, on: db),
                try RepresentativeStore.mandate(of: signedIn.person.id, for: key, at: now, on: db) != nil
            else { throw WebFailure.notFound }
            return OwnOrganisation(
                organisation: organisation, themes: try OrganisationStore.themes(for: language, on: db),
                extras: try extras(organisation, language, db))
        }
    }
}

/// A mandate of the person who looks, with its organisation.
struct MyMandate: Sendable {
    let mandate: Representative
    let organisation: Organisation
    /// Whether two leaderships contest each other: then nobody acts.
    let isContested: Bool
}

/// An organisation that the person who looks may act for.
struct OwnOrganisation: Sendable {
    let organisation: Organisation
    let themes: [Theme]
    let extras: [OrganisationExtra]
}
