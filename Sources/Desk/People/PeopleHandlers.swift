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
        let forms = PeoplePages.Forms(roles: RoleForm.state(person.roles))
        let page = PeoplePages.person(
            person, isOwn: id == signedIn.person.id, isSaved: visit.query("done") == "1", forms, services.page(signedIn, t), t)
        return .page(page).withoutIndexing()
    }

    /// The roles that were ticked, in place of those that were there. The last administrator keeps the role.
    public func setRoles(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let person = try await find(id)
        var check = FormCheck(try await visit.form())
        let wanted = RoleForm.decode(&check)
        let now = services.clock.now()
        do {
            try await services.database.write { [check] db in
                guard let stored = try PersonStore.hold(id, on: db) else { throw WebFailure.notFound }
                guard check.isMade(from: RoleForm.state(stored.roles).values) else { throw Overtaken() }
                for role in Role.allCases where wanted.contains(role) != stored.roles.contains(role) {
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
            let forms = PeoplePages.Forms(roles: FormState(check, "desk", t))
            let page = PeoplePages.person(person, isOwn: id == signedIn.person.id, forms, services.page(signedIn, t), t)
            return .page(page, status: .unprocessable).withoutIndexing()
        } catch is Overtaken {
            return try await overtaken(id, FormState(check, "desk", visit.translator), visit, signedIn)
        }
        return done(language, id)
    }

    /// The roles as they were ticked, with what a colleague gave or took meanwhile.
    private func overtaken(_ id: Int64, _ typed: FormState, _ visit: Visit, _ signedIn: SignedIn) async throws -> Answer {
        let person = try await find(id)
        let t = visit.translator
        let forms = PeoplePages.Forms(roles: typed.marked(by: RoleForm.state(person.roles)))
        let trouble = Pieces.overtaken(RoleForm.differences(person.roles, from: typed, t), t)
        let page = PeoplePages.person(
            person, isOwn: id == signedIn.person.id, trouble: trouble, forms, services.page(signedIn, t), t)
        return .page(page, status: .conflict).withoutIndexing()
    }

    /// The second factor of a colleague who lost telephone and codes goes, for whoever types their own password and says how they know that
    /// it is them. One's own goes in one's account.
    public func takeSecondFactor(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let person = try await find(id)
        guard id != signedIn.person.id, person.hasSecondFactor else { return done(language, id) }
        var check = FormCheck(try await visit.form())
        let note = check.line("note", required: true, max: 300)
        try await services.accounts.confirmPassword(&check, "password", of: signedIn.person)
        guard check.isClean, let note else {
            let t = visit.translator
            let forms = PeoplePages.Forms(roles: RoleForm.state(person.roles), factor: FormState(check, "desk", t))
            return .page(PeoplePages.person(person, isOwn: false, forms, services.page(signedIn, t), t), status: .unprocessable)
                .withoutIndexing()
        }
        let now = services.clock.now()
        try await services.database.write { [accounts = services.accounts] db in
            guard try accounts.takeSecondFactor(off: id, on: db) else { return }
            try AuditStore.add(
                DeskVerb.secondFactorTaken, .init("person", id, name: person.name), by: signedIn.person, note: note, at: now, on: db)
        }
        return done(language, id)
    }

    private func done(_ language: Language, _ id: Int64) -> Answer {
        .redirect(to: AdministrationRoutes.person.path(language, id).adding(query: [("done", "1")]))
    }

    /// Thrown inside the write, so that nothing of it stays.
    private struct WithoutAdministrator: Error {}

    /// A colleague gave or took a role meanwhile. Thrown inside the write, too.
    private struct Overtaken: Error {}

    private func find(_ id: Int64) async throws -> Person {
        guard let person = try await services.database.read({ try PersonStore.find(id, on: $0) }) else { throw WebFailure.notFound }
        return person
    }
}
