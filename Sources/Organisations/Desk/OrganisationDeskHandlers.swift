internal import Design
internal import Graph
internal import HTML
internal import Mail
internal import Moderation
public import People
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for keeping the directory: moderators.
public struct OrganisationDeskHandlers: Sendable {
    private static let shown = 50

    let services: OrganisationServices

    /// Handlers with these services.
    public init(_ services: OrganisationServices) {
        self.services = services
    }

    /// Organisations whose name holds these words, hidden ones too.
    public func index(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let words = visit.query("q") ?? ""
        let found = try await services.database.read { try OrganisationStore.kept(words, for: language, limit: Self.shown, on: $0) }
        return .page(
            OrganisationDeskPages.index(found, words: words, isDone: visit.query("done") == "1", desk(visit, signedIn), visit.translator)
        ).withoutIndexing()
    }

    /// One with everything known about it.
    public func organisation(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let view = try await view(slug, language)
        let state = OrganisationForm.state(view.organisation.facts, in: language, for: .moderator)
        let page = OrganisationDeskPages.organisation(
            view, .facts(state), isDone: visit.query("done") == "1", at: services.clock.now(), desk(visit, signedIn), visit.translator)
        return .page(page).withoutIndexing()
    }

    /// What is known, sent.
    public func save(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let view = try await view(slug, language)
        let form = try await visit.form()
        let themes = view.themes.map(\.slug)
        let today = CivilDay(services.clock.now())
        var check = FormCheck(form)
        guard
            OrganisationForm.decode(&check, over: view.organisation.facts, in: language, themes: themes, by: .moderator, today: today)
                != nil
        else {
            return again(view, .facts(FormState(check, "organisations", visit.translator)), visit, signedIn)
        }
        do {
            return try await act(.organisationChanged, view, signedIn, language) { db, now in
                // Over what stands there now: somebody may have written its profile in another language meanwhile.
                var check = FormCheck(form)
                guard let current = try OrganisationStore.hold(view.organisation.id, on: db),
                    let facts = OrganisationForm.decode(
                        &check, over: current.facts, in: language, themes: themes, by: .moderator, today: today)
                else { throw WebFailure.notFound }
                let stored = OrganisationForm.state(current.facts, in: language, for: .moderator)
                guard check.isMade(from: stored.values) else { throw Overtaken() }
                try OrganisationStore.change(view.organisation.id, to: facts, at: now, on: db)
            }
        } catch is Overtaken {
            return try await overtaken(slug, FormState(check, "organisations", visit.translator), visit, signedIn, language)
        }
    }

    /// Somebody else saved what is known meanwhile. Thrown inside the write, so that nothing of it stays.
    private struct Overtaken: Error {}

    /// The form as it was typed, with what somebody else saved meanwhile.
    private func overtaken(_ slug: String, _ typed: FormState, _ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws
        -> Answer
    {
        let view = try await view(slug, language)
        let t = visit.translator
        let stored = OrganisationForm.state(view.organisation.facts, in: language, for: .moderator)
        let theirs = OrganisationForm.differences(stored, from: typed, by: .moderator, view.themes, t)
        let page = OrganisationDeskPages.organisation(
            view, .facts(typed.marked(by: stored)), isDone: false, trouble: Pieces.overtaken(theirs, t), at: services.clock.now(),
            desk(visit, signedIn), t)
        return .page(page, status: .conflict).withoutIndexing()
    }

    /// A contact, sent.
    public func addContact(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let view = try await view(slug, language)
        var check = FormCheck(try await visit.form())
        guard let details = ContactForm.decode(&check) else {
            return again(view, .contact(FormState(check, "organisations", visit.translator)), visit, signedIn)
        }
        return try await act(.contactAdded, view, signedIn, language, note: details.function) { db, _ in
            _ = try OrganisationStore.put(details, of: view.organisation.id, by: signedIn.person.id, on: db)
        }
    }

    /// Taking a contact away.
    public func removeContact(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ id: Int64) async throws
        -> Answer
    {
        let view = try await view(slug, language)
        guard let contact = view.contacts.first(where: { $0.id == id }) else { throw WebFailure.notFound }
        return try await act(.contactRemoved, view, signedIn, language, note: contact.details.function) { db, _ in
            try OrganisationStore.removeContact(id, on: db)
        }
    }

    /// That two leaderships contest each other, with a note; or, with an empty one, no longer.
    public func contest(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let view = try await view(slug, language)
        var check = FormCheck(try await visit.form())
        let note = check.text("contest", max: 1000)
        guard check.isClean else { return again(view, .contest(FormState(check, "organisations", visit.translator)), visit, signedIn) }
        guard note != view.contest else {
            return .redirect(to: OrganisationDeskRoutes.organisation.path(language, view.organisation.slug))
        }
        return try await act(note == nil ? .contestEnded : .contestBegun, view, signedIn, language, note: note ?? "") { db, now in
            try ContestStore.set(note, of: view.organisation.id, at: now, on: db)
        }
    }

    func view(_ slug: String, _ language: Language) async throws -> OrganisationDeskView {
        try await services.database.read { db in
            guard let key = try OrganisationStore.key(of: slug, on: db), let organisation = try OrganisationStore.find(key, on: db) else {
                throw WebFailure.notFound
            }
            let memberships = try OrganisationStore.memberships(of: key, on: db).compactMap { membership in
                try OrganisationStore.find(membership.network, on: db).map { (membership, $0) }
            }
            return OrganisationDeskView(
                organisation: organisation, themes: try OrganisationStore.themes(for: language, on: db),
                contacts: try OrganisationStore.contacts(of: key, on: db), memberships: memberships,
                mandates: try RepresentativeStore.current(for: key, on: db).compactMap { mandate in
                    try PersonStore.find(mandate.person, on: db).map { (mandate, $0) }
                }, contest: try ContestStore.note(of: key, on: db))
        }
    }

    /// Does something to an organisation and writes it into the log, in one write.
    func act(
        _ verb: OrganisationVerb, _ view: OrganisationDeskView, _ signedIn: SignedIn, _ language: Language, note: String = "",
        _ work: @escaping @Sendable (any Writer, Instant) throws -> Void
    ) async throws -> Answer {
        let now = services.clock.now()
        let organisation = view.organisation
        try await services.database.write { db in
            try work(db, now)
            try AuditStore.add(
                verb, .init("organisation", organisation.id, name: organisation.name(for: language).name), by: signedIn.person, note: note,
                at: now, on: db)
        }
        return .redirect(to: OrganisationDeskRoutes.organisation.path(language, organisation.slug).adding(query: [("done", "1")]))
    }

    func again(_ view: OrganisationDeskView, _ form: OrganisationDeskForm, _ visit: Visit, _ signedIn: SignedIn) -> Answer {
        let page = OrganisationDeskPages.organisation(
            view, form, isDone: false, at: services.clock.now(), desk(visit, signedIn), visit.translator)
        return .page(page, status: .unprocessable).withoutIndexing()
    }

    func desk(_ visit: Visit, _ signedIn: SignedIn) -> DeskPage {
        DeskPage(services.menu, for: signedIn, visit.translator)
    }
}
