internal import Design
internal import Mail
internal import Secrets
internal import Storage
public import Text
internal import Time
public import Web

/// Answers on the way to an account: form, mail, confirmation.
public struct SignUpHandlers: Sendable {
    private let services: AccountServices

    /// Handlers with these services.
    public init(_ services: AccountServices) {
        self.services = services
    }

    /// The form.
    public func form(_ visit: Visit, _ language: Language) async throws -> Answer {
        .page(SignUpPages.form(FormState(), visit.translator)).withoutIndexing()
    }

    /// The form, sent. Whoever has an account already sees the very same page, and reads the rest in their mailbox.
    public func create(_ visit: Visit, _ language: Language) async throws -> Answer {
        var check = FormCheck(try await visit.form())
        guard let form = SignUpForm.decode(&check, language: language) else {
            return .page(SignUpPages.form(FormState(check, "people", visit.translator), visit.translator), status: .unprocessable)
                .withoutIndexing()
        }
        // Made also for mailboxes that are known, so that time tells nothing.
        let password = try await services.hash(form.password)
        let key = AccountKey(.signUp, mailbox: form.mailbox.address, name: form.name, password: password, language: language)
        try await services.database.write { [services] db in
            guard let token = try services.keys.make(key, on: db) else { return }
            if let person = try PersonStore.find(mailbox: form.mailbox.address, on: db) {
                let mailbox = Mailbox(person.mailbox) ?? form.mailbox
                _ = try services.keys.use(token, for: .signUp, on: db)
                try services.outbox.post(services.letters(person.language).alreadyThere(person, to: mailbox), on: db)
            } else if !services.isRefused(form.mailbox.address) {
                try services.outbox.post(services.letters(language).confirmation(to: form.mailbox, name: form.name, token), on: db)
            }
        }
        return .redirect(to: AccountRoutes.signUpSent.path(language))
    }

    /// After the form: what comes next.
    public func sent(_ visit: Visit, _ language: Language) async throws -> Answer {
        .page(SignUpPages.sent(visit.translator)).withoutIndexing()
    }

    /// Where the link leads.
    public func confirmation(_ visit: Visit, _ language: Language, _ text: String) async throws -> Answer {
        guard let token = Token(text: text) else { throw WebFailure.notFound }
        let key = try await services.database.read { [services] db in try services.keys.find(token, for: .signUp, on: db) }
        guard let key else { return .page(SignUpPages.over(text, visit.translator), status: .gone).withoutIndexing() }
        return .page(SignUpPages.confirmation(text, mailbox: key.mailbox, visit.translator)).withoutIndexing()
    }

    /// The button: the account is made, and its person is signed in. If more than one form asked for an account with this mailbox, the password of
    /// none of them counts: whoever has the mailbox chooses one now.
    public func confirm(_ visit: Visit, _ language: Language, _ text: String) async throws -> Answer {
        guard let token = Token(text: text) else { throw WebFailure.notFound }
        let agent = visit.header("User-Agent") ?? ""
        let isContested = try await services.database.read { [services] db in try services.keys.isContested(token, on: db) }
        // A password that nobody knows.
        let unknown = isContested ? try await services.hash(Token.random().text) : nil
        let outcome = try await services.database.write { [services] db -> Outcome? in
            let isContested = try services.keys.isContested(token, on: db)
            guard !isContested || unknown != nil, let key = try services.keys.use(token, for: .signUp, on: db), let name = key.name,
                let password = unknown ?? key.password
            else { return nil }
            let draft = PersonStore.Draft(name: name, mailbox: key.mailbox, password: password, language: key.language)
            guard let person = try PersonStore.create(draft, at: services.clock.now(), on: db) else { return nil }
            try services.keys.endSignUps(mailbox: key.mailbox, on: db)
            guard unknown == nil else {
                let recovery = AccountKey(.recovery, person: person.id, mailbox: person.mailbox, language: key.language)
                return .choosesPassword(try services.keys.make(recovery, on: db))
            }
            return .signedIn(try services.sessions.begin(for: person.id, agent: agent, isProved: true, on: db))
        }
        switch outcome {
        case .signedIn(let session):
            return .redirect(to: AccountRoutes.home.path(language)).header("Set-Cookie", services.cookie.setting(session))
        case .choosesPassword(let key?): return .redirect(to: AccountRoutes.newPassword.path(language, key.text))
        // So many mails were asked for today that there is no further key: the usual way to a new password opens tomorrow.
        case .choosesPassword(nil): return .redirect(to: AccountRoutes.recovery.path(language))
        case nil: return .page(SignUpPages.over(text, visit.translator), status: .gone).withoutIndexing()
        }
    }

    private enum Outcome: Sendable {
        case signedIn(Token)
        case choosesPassword(Token?)
    }
}
