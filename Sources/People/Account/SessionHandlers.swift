internal import Design
internal import HTML
internal import Secrets
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for signing in and out.
public struct SessionHandlers: Sendable {
    private let services: AccountServices

    /// Handlers with these services.
    public init(_ services: AccountServices) {
        self.services = services
    }

    /// The form.
    public func form(_ visit: Visit, _ language: Language) async throws -> Answer {
        .page(SessionPages.form(FormState(values: ["next": visit.query("next") ?? ""]), visit.translator)).withoutIndexing()
    }

    /// Mailbox and password. Whatever is wrong, the words are the same, and it takes the same time.
    public func begin(_ visit: Visit, _ language: Language) async throws -> Answer {
        var check = FormCheck(try await visit.form())
        let mailbox = check.line("email", required: true, max: 254)
        let password = check.secret("password", min: 1)
        let next = check.line("next", max: 2000)
        guard check.isClean, let mailbox, let password else { return again(visit, check) }
        let subjects = [services.limits.mailbox(mailbox), services.limits.network(of: visit.client)]
        let (wait, known) = try await services.database.read { [services] db in
            let person = try PersonStore.find(mailbox: mailbox, on: db)
            return (try services.limits.wait(for: subjects, on: db), try person.map { ($0, try PersonStore.password(of: $0.id, on: db)) })
        }
        if let wait { return tooMany(visit, check, until: wait) }
        let outcome = try await services.check(password, against: known?.1)
        guard let person = known?.0, outcome != .wrong else {
            try await services.database.write { [services] db in try services.limits.fail(subjects, on: db) }
            check.fail("email", "people.problem.signIn")
            return again(visit, check)
        }
        let agent = visit.header("User-Agent") ?? ""
        let token = try await services.database.write { [services] db in
            if case .rightAfresh(let hash) = outcome { try PersonStore.setPassword(hash, of: person.id, on: db) }
            // Not before the second factor is proven too: a known password must not unlock the guessing of codes.
            if !person.hasSecondFactor { try services.limits.clear(subjects[0], on: db) }
            return try services.sessions.begin(for: person.id, agent: agent, isProved: !person.hasSecondFactor, on: db)
        }
        let page = person.hasSecondFactor ? leading(to: next, AccountRoutes.code.path(language)) : destination(next, language)
        return .redirect(to: page).header("Set-Cookie", services.cookie.setting(token))
    }

    /// The form for the code of the second factor.
    public func code(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        .page(SessionPages.code(FormState(values: ["next": visit.query("next") ?? ""]), visit.translator)).withoutIndexing()
    }

    /// The code. The session that waited ends, and another one begins: a token that somebody planted before is worth nothing.
    public func prove(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        var check = FormCheck(try await visit.form())
        let typed = check.line("code", required: true, max: 40)
        let next = check.line("next", max: 2000)
        let person = signedIn.person
        let subject = services.limits.mailbox(person.mailbox)
        if let wait = try await services.database.read({ [services] db in try services.limits.wait(for: [subject], on: db) }) {
            return tooMany(visit, check, until: wait, isForCode: true)
        }
        let token = try await services.database.write { [services] db -> Token? in
            guard let typed, try services.secondFactors.use(typed, by: person.id, on: db) else {
                if typed != nil { try services.limits.fail([subject], on: db) }
                return nil
            }
            try services.limits.clear(subject, on: db)
            try services.sessions.end(signedIn.session.id, of: person.id, on: db)
            return try services.sessions.begin(for: person.id, agent: signedIn.session.agent, isProved: true, on: db)
        }
        guard let token else {
            if check.isClean { check.fail("code", "people.problem.code") }
            let state = FormState(check, "people", visit.translator)
            return .page(SessionPages.code(state, visit.translator), status: .unprocessable).withoutIndexing()
        }
        return .redirect(to: destination(next, language)).header("Set-Cookie", services.cookie.setting(token))
    }

    /// Signing out. Doing so twice changes nothing.
    public func end(_ visit: Visit, _ signedIn: SignedIn?, _ language: Language) async throws -> Answer {
        if let signedIn {
            try await services.database.write { [services] db in
                try services.sessions.end(signedIn.session.id, of: signedIn.person.id, on: db)
            }
        }
        return .redirect(to: AccountRoutes.signIn.path(language)).header("Set-Cookie", services.cookie.clearing)
    }

    private func again(_ visit: Visit, _ check: FormCheck) -> Answer {
        let state = FormState(check, "people", visit.translator)
        return .page(SessionPages.form(state, visit.translator), status: .unprocessable).withoutIndexing()
    }

    private func tooMany(_ visit: Visit, _ check: FormCheck, until wait: Instant, isForCode: Bool = false) -> Answer {
        var check = check
        let minutes = services.minutes(until: wait)
        check.fail(isForCode ? "code" : "email", "people.problem.wait", [.number(minutes)])
        let state = FormState(check, "people", visit.translator)
        let page = isForCode ? SessionPages.code(state, visit.translator) : SessionPages.form(state, visit.translator)
        return .page(page, status: .tooMany).withoutIndexing().header("Retry-After", "\(60 * minutes)")
    }

    /// Where the person wanted to go, if that is a page of this site; else their account.
    private func destination(_ next: String?, _ language: Language) -> URLPath {
        next.flatMap { URLPath($0) } ?? AccountRoutes.home.path(language)
    }

    private func leading(to next: String?, _ path: URLPath) -> URLPath {
        next.map { path.adding(query: [("next", $0)]) } ?? path
    }
}
