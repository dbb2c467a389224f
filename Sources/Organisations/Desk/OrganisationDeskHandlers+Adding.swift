internal import Design
internal import HTML
internal import Moderation
public import People
internal import Storage
public import Text
internal import Time
public import Web

extension OrganisationDeskHandlers {
    /// The form for another one.
    public func new(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let themes = try await services.database.read { try OrganisationStore.themes(for: language, on: $0) }
        return .page(OrganisationDeskPages.new(FormState(), themes, desk(visit, signedIn), visit.translator)).withoutIndexing()
    }

    /// Another one. Where one is like it already, it is entered once somebody says that it is another.
    public func create(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let themes = try await services.database.read { try OrganisationStore.themes(for: language, on: $0) }
        var check = FormCheck(try await visit.form())
        let now = services.clock.now()
        let blank = Organisation.Facts(category: .movements, names: [])
        let facts = OrganisationForm.decode(
            &check, over: blank, in: language, themes: themes.map(\.slug), by: .moderator, today: CivilDay(now))
        guard let facts else { return newAgain(check, themes, [], visit, signedIn) }
        let alike = try await services.database.read { try OrganisationStore.alike(facts, for: language, on: $0) }
        // The box speaks of those that were shown: what is typed since may be like others.
        let seen = Set((check.line("alike", max: 5000) ?? "").split(separator: " ").map(String.init))
        guard alike.isEmpty || check.flag("another") && seen.isSuperset(of: alike.map(\.slug)) else {
            check.fail("another", "organisations.problem.alike")
            return newAgain(check, themes, alike, visit, signedIn)
        }
        let slug = try await services.database.write { db -> String? in
            let id = try OrganisationStore.add(facts, at: now, on: db)
            try AuditStore.add(
                OrganisationVerb.organisationAdded, .init("organisation", id, name: facts.name(for: language).name), by: signedIn.person,
                at: now, on: db)
            return try OrganisationStore.find(id, on: db)?.slug
        }
        guard let slug else { throw WebFailure.notFound }
        return .redirect(to: OrganisationDeskRoutes.organisation.path(language, slug).adding(query: [("done", "1")]))
    }

    private func newAgain(_ check: FormCheck, _ themes: [Theme], _ alike: [KeptOrganisation], _ visit: Visit, _ signedIn: SignedIn)
        -> Answer
    {
        let t = visit.translator
        let page = OrganisationDeskPages.new(FormState(check, "organisations", t), themes, alike: alike, desk(visit, signedIn), t)
        return .page(page, status: .unprocessable).withoutIndexing()
    }
}
