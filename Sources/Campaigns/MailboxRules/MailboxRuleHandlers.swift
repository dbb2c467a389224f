internal import Design
internal import HTML
internal import Jobs
public import Moderation
public import People
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for the rules by which mailboxes are compared: moderators.
public struct MailboxRuleHandlers: Sendable {
    private let services: CampaignServices
    private let menu: DeskMenu

    /// Handlers with these services.
    public init(_ services: CampaignServices, menu: DeskMenu) {
        self.services = services
        self.menu = menu
    }

    /// Every rule, and a form for another one.
    public func index(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        .page(try await page(visit, signedIn, FormState(), isDone: visit.query("done") == "1")).withoutIndexing()
    }

    /// A rule, sent. Signatures that are there are compared by it in the background.
    public func save(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let rules = try await services.database.read { try MailboxRules.read(on: $0) }
        var check = FormCheck(try await visit.form())
        guard let (domain, rule) = MailboxRuleForm.decode(&check, among: rules) else {
            let state = FormState(check, "campaigns", visit.translator)
            return .page(try await page(visit, signedIn, state, isDone: false), status: .unprocessable).withoutIndexing()
        }
        try await act(.mailboxRuleChanged, domain, signedIn) { db in
            try MailboxRuleStore.put(rule, for: domain, on: db)
            return true
        }
        return done(language)
    }

    /// Taking a rule away.
    public func remove(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ domain: String) async throws -> Answer {
        try await act(.mailboxRuleRemoved, domain, signedIn) { try MailboxRuleStore.remove(domain, on: $0) }
        return done(language)
    }

    /// Changes a rule, writes it into the log, and has the signatures compared anew, in one write.
    private func act(
        _ verb: CampaignVerb, _ domain: String, _ signedIn: SignedIn, _ work: @escaping @Sendable (any Writer) throws -> Bool
    ) async throws {
        let now = services.clock.now()
        let jobs = JobStore(clock: services.clock)
        try await services.database.write { db in
            guard try work(db) else { throw WebFailure.notFound }
            try jobs.add(SignatureJobs.rekeying, on: db)
            try AuditStore.add(verb, .init("mailboxRule", name: domain), by: signedIn.person, at: now, on: db)
        }
    }

    private func page(_ visit: Visit, _ signedIn: SignedIn, _ state: FormState, isDone: Bool) async throws -> Page {
        let rules = try await services.database.read { try MailboxRules.read(on: $0) }
        return MailboxRulePages.index(rules, state, isDone: isDone, DeskPage(menu, for: signedIn, visit.translator), visit.translator)
    }

    private func done(_ language: Language) -> Answer {
        .redirect(to: MailboxRuleRoutes.index.path(language).adding(query: [("done", "1")]))
    }
}
