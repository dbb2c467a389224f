internal import Design
internal import Mail
internal import Secrets
internal import Storage
public import Text
public import Web

/// Answers for a forgotten password: form, mail, new password.
public struct RecoveryHandlers: Sendable {
    private let services: AccountServices

    /// Handlers with these services.
    public init(_ services: AccountServices) {
        self.services = services
    }

    /// The form.
    public func form(_ visit: Visit, _ language: Language) async throws -> Answer {
        .page(RecoveryPages.form(FormState(), visit.translator)).withoutIndexing()
    }

    /// The form, sent. The page after it is the same whether or not there is such an account.
    public func send(_ visit: Visit, _ language: Language) async throws -> Answer {
        var check = FormCheck(try await visit.form())
        guard let mailbox = check.writableMailbox("email", required: true) else {
            return .page(RecoveryPages.form(FormState(check, "people", visit.translator), visit.translator), status: .unprocessable)
                .withoutIndexing()
        }
        try await services.database.write { [services] db in
            guard let person = try PersonStore.find(mailbox: mailbox.address, on: db), let own = Mailbox(person.mailbox),
                let token = try services.keys.make(
                    AccountKey(.recovery, person: person.id, mailbox: person.mailbox, language: person.language), on: db)
            else { return }
            try services.outbox.post(services.letters(person.language).recovery(person, to: own, token), on: db)
        }
        return .redirect(to: AccountRoutes.recoverySent.path(language))
    }

    /// After the form: what comes next.
    public func sent(_ visit: Visit, _ language: Language) async throws -> Answer {
        .page(RecoveryPages.sent(visit.translator)).withoutIndexing()
    }

    /// Where the link leads: the form for a new password.
    public func newPassword(_ visit: Visit, _ language: Language, _ text: String) async throws -> Answer {
        guard let token = Token(text: text) else { throw WebFailure.notFound }
        let key = try await services.database.read { [services] db in try services.keys.find(token, for: .recovery, on: db) }
        guard let key else { return .page(RecoveryPages.over(text, visit.translator), status: .gone).withoutIndexing() }
        return .page(RecoveryPages.newPassword(text, mailbox: key.mailbox, FormState(), visit.translator)).withoutIndexing()
    }

    /// The new password: every session of the person ends, other links set no password any more, and their mailbox is told.
    public func setPassword(_ visit: Visit, _ language: Language, _ text: String) async throws -> Answer {
        guard let token = Token(text: text) else { throw WebFailure.notFound }
        let key = try await services.database.read { [services] db in try services.keys.find(token, for: .recovery, on: db) }
        guard let key else { return .page(RecoveryPages.over(text, visit.translator), status: .gone).withoutIndexing() }
        var check = FormCheck(try await visit.form())
        guard let password = PasswordRule.decode(&check, about: [key.mailbox]) else {
            let state = FormState(check, "people", visit.translator)
            return .page(RecoveryPages.newPassword(text, mailbox: key.mailbox, state, visit.translator), status: .unprocessable)
                .withoutIndexing()
        }
        let hash = try await services.hash(password)
        let isSet = try await services.database.write { [services] db -> Bool in
            guard let key = try services.keys.use(token, for: .recovery, on: db), let id = key.person,
                let person = try PersonStore.find(id, on: db)
            else { return false }
            try services.replacePassword(of: person, by: hash, keeping: nil, on: db)
            try services.limits.clear(services.limits.mailbox(person.mailbox), on: db)
            return true
        }
        guard isSet else { return .page(RecoveryPages.over(text, visit.translator), status: .gone).withoutIndexing() }
        return .page(RecoveryPages.done(visit.translator)).withoutIndexing().header("Set-Cookie", services.cookie.clearing)
    }
}

extension AccountServices {
    /// Sets a new password, ends every session but one, makes mailed links worthless, and tells the person's mailbox.
    func replacePassword(of person: Person, by hash: PasswordHash, keeping session: Int64?, on db: any Writer) throws {
        try PersonStore.setPassword(hash, of: person.id, on: db)
        try sessions.endAll(of: person.id, except: session, on: db)
        try keys.end(of: person.id, on: db)
        try tell(.password, person, on: db)
    }

    /// Tells a person's mailbox what was changed about their account.
    func tell(_ change: AccountLetters.Change, _ person: Person, on db: any Writer) throws {
        guard let mailbox = Mailbox(person.mailbox) else { return }
        try outbox.post(letters(person.language).changed(change, person, to: mailbox), on: db)
    }
}
