internal import Design
internal import HTML
internal import Moderation
public import People
internal import Storage
public import Text
internal import Time
public import Web

extension OrganisationDeskHandlers {
    /// Taking one out of the directory for good, as after a mistake. One on which something hangs stays: its history belongs to others too.
    public func remove(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let view = try await view(slug, language)
        var check = FormCheck(try await visit.form())
        let organisation = view.organisation
        let isSure = check.flag("sure")
        if !isSure { check.fail("sure", "organisations.problem.sure") }
        let now = services.clock.now()
        let isRemoved = try await services.database.write { db -> Bool in
            guard isSure, try OrganisationStore.inUse([organisation.id], on: db).isEmpty else { return false }
            try OrganisationStore.remove([organisation.id], on: db)
            try AuditStore.add(
                OrganisationVerb.organisationRemoved, .init("organisation", organisation.id, name: organisation.name(for: language).name),
                by: signedIn.person, at: now, on: db)
            return true
        }
        guard isRemoved else {
            if isSure { check.fail("sure", "organisations.problem.inUse") }
            return again(view, .removal(FormState(check, "organisations", visit.translator)), visit, signedIn)
        }
        return .redirect(to: OrganisationDeskRoutes.index.path(language).adding(query: [("done", "1")]))
    }
}
