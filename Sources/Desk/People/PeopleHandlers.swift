internal import Design
internal import HTML
public import People
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for people and their roles: administrators only.
public struct PeopleHandlers: Sendable {
    private let services: DeskServices

    /// Handlers with these services.
    public init(_ services: DeskServices) {
        self.services = services
    }

    /// Everybody who has a role, and a form to find others: nobody leafs through accounts.
    public func index(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let mailbox = visit.query("email") ?? ""
        let (staff, found) = try await services.database.read { db in
            (try PersonStore.staff(on: db), mailbox.isEmpty ? nil : try PersonStore.find(mailbox: mailbox, on: db))
        }
        if let found { return .redirect(to: AdministrationRoutes.person.path(language, found.id)) }
        let t = visit.translator
        return .page(PeoplePages.index(staff, searched: mailbox, services.page(signedIn, t), t)).withoutIndexing()
    }

    /// One person with their roles.
    public func person(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let person = try await find(id)
        let t = visit.translator
        let page = PeoplePages.person(
            person, isSaved: visit.query("done") == "1", RoleForm.state(person.roles), services.page(signedIn, t), t)
        return .page(page).withoutIndexing()
    }

    /// The roles that were ticked, in place of those that were there. The last administrator keeps the role.
    public func setRoles(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let person = try await find(id)
        var check = FormCheck(try await visit.form())
        let wanted = RoleForm.decode(&check)
        let now = services.clock.now()
        do {
            try await services.database.write { db in
                for role in Role.allCases where wanted.contains(role) != person.roles.contains(role) {
                    if wanted.contains(role) {
                        try PersonStore.give(role, to: id, by: signedIn.person.id, at: now, on: db)
                    } else if try !PersonStore.take(role, from: id, on: db) {
                        throw WithoutAdministrator()
                    }
                    let verb = wanted.contains(role) ? RoleVerb.roleGiven : .roleTaken
                    try AuditStore.add(
                        verb, .init("person", id, name: person.name), by: signedIn.person, note: role.rawValue, at: now, on: db)
                }
            }
        } catch is WithoutAdministrator {
            let t = visit.translator
            check.fail("administrator", "desk.problem.lastAdministrator")
            let page = PeoplePages.person(person, isSaved: false, FormState(check, "desk", t), services.page(signedIn, t), t)
            return .page(page, status: .unprocessable).withoutIndexing()
        }
        return .redirect(to: AdministrationRoutes.person.path(language, id).adding(query: [("done", "1")]))
    }

    /// Thrown inside the write, so that nothing of it stays.
    private struct WithoutAdministrator: Error {}

    private func find(_ id: Int64) async throws -> Person {
        guard let person = try await services.database.read({ try PersonStore.find(id, on: $0) }) else { throw WebFailure.notFound }
        return person
    }
}
