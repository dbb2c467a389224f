internal import Design
internal import HTML
internal import Mail
internal import Secrets
internal import Storage
public import Text
public import Web

/// Answers for what keeps an account safe: mailbox, password, second factor, sessions.
public struct SecurityHandlers: Sendable {
    private let services: AccountServices

    /// Handlers with these services.
    public init(_ services: AccountServices) {
        self.services = services
    }

    /// All of it on one page.
    public func show(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let done = visit.query("done").flatMap(SecurityView.Done.init(rawValue:))
        return .page(SecurityPages.show(try await view(signedIn, done: done), visit.translator)).withoutIndexing()
    }

    /// Another password: every other session ends.
    public func changePassword(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        var check = FormCheck(try await visit.form())
        let person = signedIn.person
        let password = PasswordRule.decode(&check, about: [person.name, person.mailbox])
        try await services.confirmPassword(&check, "current", of: person)
        guard check.isClean, let password else { return try await again(visit, signedIn, .password, check) }
        let hash = try await services.hash(password)
        let token = try await services.database.write { [services] db in
            try services.replacePassword(of: person, by: hash, keeping: signedIn.session.id, on: db)
            return try services.sessions.renew(signedIn.session.id, on: db)
        }
        return done(.password, language).header("Set-Cookie", services.cookie.setting(token))
    }

    /// Another mailbox: it gets a link, and is used once that is confirmed. If it has an account already, it learns so by mail, and this page
    /// says the same as ever.
    public func changeMailbox(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        var check = FormCheck(try await visit.form())
        let person = signedIn.person
        let mailbox = check.writableMailbox("email", required: true)
        try await services.confirmPassword(&check, "mailboxPassword", of: person)
        guard check.isClean, let mailbox else { return try await again(visit, signedIn, .mailbox, check) }
        try await services.database.write { [services] db in
            let key = AccountKey(.mailbox, person: person.id, mailbox: mailbox.address, language: person.language)
            guard let token = try services.keys.make(key, on: db) else { return }
            let letter =
                if let other = try PersonStore.find(mailbox: mailbox.address, on: db), other.id != person.id {
                    services.letters(other.language).alreadyThere(other, to: mailbox)
                } else {
                    services.letters(person.language).mailbox(person, to: mailbox, token)
                }
            try services.outbox.post(letter, on: db)
        }
        return done(.mailbox, language)
    }

    /// Where the link to a new mailbox leads.
    public func mailboxConfirmation(_ visit: Visit, _ language: Language, _ text: String) async throws -> Answer {
        guard let token = Token(text: text) else { throw WebFailure.notFound }
        let key = try await services.database.read { [services] db in try services.keys.find(token, for: .mailbox, on: db) }
        guard let key else { return .page(SecurityPages.mailboxOver(text, visit.translator), status: .gone).withoutIndexing() }
        return .page(SecurityPages.mailboxConfirmation(text, mailbox: key.mailbox, visit.translator)).withoutIndexing()
    }

    /// The button: the account has that mailbox, and the one it had is told.
    public func confirmMailbox(_ visit: Visit, _ language: Language, _ text: String) async throws -> Answer {
        guard let token = Token(text: text) else { throw WebFailure.notFound }
        let isChanged = try await services.database.write { [services] db -> Bool in
            guard let key = try services.keys.use(token, for: .mailbox, on: db), let id = key.person,
                let person = try PersonStore.find(id, on: db), try PersonStore.setMailbox(key.mailbox, of: id, on: db)
            else { return false }
            try services.tell(.mailbox, person, on: db)
            return true
        }
        guard isChanged else { return .page(SecurityPages.mailboxOver(text, visit.translator), status: .gone).withoutIndexing() }
        return .page(SecurityPages.mailboxChanged(visit.translator)).withoutIndexing()
    }

    /// Signing out of one browser.
    public func closeSession(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        try await services.database.write { [services] db in try services.sessions.end(id, of: signedIn.person.id, on: db) }
        return done(.sessions, language)
    }

    /// Signing out of all other browsers.
    public func closeOthers(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        try await services.database.write { [services] db in
            try services.sessions.endAll(of: signedIn.person.id, except: signedIn.session.id, on: db)
        }
        return done(.sessions, language)
    }

    /// New recovery codes, for whoever types their password.
    public func renewCodes(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let person = signedIn.person
        var check = FormCheck(try await visit.form())
        try await services.confirmPassword(&check, "factorPassword", of: person)
        guard check.isClean, person.hasSecondFactor else { return try await again(visit, signedIn, .factor, check) }
        let codes = try await services.database.write { [services] db in try services.secondFactors.renewCodes(of: person.id, on: db) }
        return .page(SecondFactorPages.codes(codes, visit.translator)).withoutIndexing()
    }

    /// Doing without the second factor, for whoever types their password.
    public func removeFactor(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let person = signedIn.person
        var check = FormCheck(try await visit.form())
        try await services.confirmPassword(&check, "factorPassword", of: person)
        guard check.isClean else { return try await again(visit, signedIn, .factor, check) }
        try await services.database.write { [services] db in
            try services.secondFactors.remove(person.id, on: db)
            try services.tell(.factor, person, on: db)
        }
        return done(.factor, language)
    }

    private func again(_ visit: Visit, _ signedIn: SignedIn, _ form: SecurityView.Form, _ check: FormCheck) async throws -> Answer {
        let state = FormState(check, "people", visit.translator)
        let view = try await view(signedIn, done: nil)
        return .page(SecurityPages.show(view, form: form, state: state, visit.translator), status: .unprocessable).withoutIndexing()
    }

    private func view(_ signedIn: SignedIn, done: SecurityView.Done?) async throws -> SecurityView {
        try await services.database.read { [services] db in
            SecurityView(
                person: signedIn.person, sessions: try services.sessions.all(of: signedIn.person.id, on: db), current: signedIn.session.id,
                codesLeft: try services.secondFactors.codesLeft(of: signedIn.person.id, on: db), done: done)
        }
    }

    private func done(_ what: SecurityView.Done, _ language: Language) -> Answer {
        .redirect(to: AccountRoutes.security.path(language).adding(query: [("done", what.rawValue)]))
    }
}

/// What the page about safety shows.
struct SecurityView: Sendable {
    let person: Person
    let sessions: [Session]
    let current: Int64
    let codesLeft: Int
    let done: Done?

    /// What was just done, for one line on top.
    enum Done: String, Sendable {
        case password, mailbox, sessions, factor
    }

    /// Which form is shown with its problems.
    enum Form: Sendable {
        case password, mailbox, factor
    }
}
