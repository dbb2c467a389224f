internal import Design
internal import HTML
public import People
public import Storage
public import Text
public import Time
public import Web

/// Answers for the morning's queue.
public struct QueueHandlers: Sendable {
    static let shown = 20

    let database: Database
    let clock: Clock
    private let menu: DeskMenu
    let sources: [any QueueSource]
    private let elsewhere: [WorkElsewhere]

    /// Handlers over these sources, in this order; what waits elsewhere stands above.
    public init(database: Database, clock: Clock, menu: DeskMenu, sources: [any QueueSource], elsewhere: [WorkElsewhere]) {
        self.database = database
        self.clock = clock
        self.menu = menu
        self.sources = sources
        self.elsewhere = elsewhere
    }

    /// What waits, longest first. Whoever does not moderate sees the menu, and a word of welcome.
    public func home(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let t = visit.translator
        let done = QueueNotice(visit)
        let lines = try await database.read { [elsewhere] in
            try WorkElsewhere.lines(elsewhere, for: signedIn.person, t, on: $0)
        }
        guard signedIn.person.may(.moderator) else {
            return .page(QueuePages.welcome(lines, DeskPage(menu, for: signedIn, t), t)).withoutIndexing()
        }
        let shelves = try await shelves(t)
        return .page(
            QueuePages.queue(shelves, for: signedIn, done: done, problem: nil, elsewhere: lines, DeskPage(menu, for: signedIn, t), t)
        )
        .withoutIndexing()
    }

    /// A decision. Nobody decides on what they sent themselves; what somebody else decided meanwhile stays decided.
    public func decide(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ kind: String, _ id: Int64) async throws -> Answer {
        guard let source = sources.first(where: { $0.kind == kind }) else { throw WebFailure.notFound }
        var check = FormCheck(try await visit.form())
        guard let decision = Self.decode(&check, for: source) else {
            return try await again(visit, signedIn, .init(kind: kind, id: id, state: FormState(check, "moderation", visit.translator)))
        }
        let record = record(decision, of: source, by: signedIn, visit.translator)
        let isDecided = try await database.write { db -> Bool in
            guard let found = try source.find(id, visit.translator, on: db) else { return false }
            guard !found.authors.contains(signedIn.person.id) else { throw WebFailure.forbidden("a decision on one's own thing") }
            try record(found, db)
            return true
        }
        let outcome = isDecided ? QueueOutcome(decision.verdict, source.keeping) : .late
        return .redirect(to: DeskRoutes.home.path(language).adding(query: [("done", outcome.rawValue)]))
    }

    /// The queue again, with what is wrong in a form of it.
    func again(_ visit: Visit, _ signedIn: SignedIn, _ problem: QueuePages.Problem) async throws -> Answer {
        let t = visit.translator
        let page = QueuePages.queue(
            try await shelves(t), for: signedIn, done: nil, problem: problem, DeskPage(menu, for: signedIn, t), t)
        return .page(page, status: .unprocessable).withoutIndexing()
    }

    /// How a decision is carried out on a case and written into the log.
    func record(
        _ decision: Decision, of source: any QueueSource, by signedIn: SignedIn, _ t: Translator
    ) -> @Sendable (QueueCase, any Writer) throws -> Void {
        let now = clock.now()
        let reason = decision.reason.map { t("moderation.reason.\($0.rawValue)") }
        let note = [reason, decision.note].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
        return { found, db in
            try source.decide(found.id, decision, on: db)
            try AuditStore.add(
                decision.verdict, .init(source.kind, found.id, name: found.title), by: signedIn.person, note: note, at: now, on: db)
        }
    }

    private func shelves(_ t: Translator) async throws -> [QueueShelf] {
        try await database.read { [sources] db in
            try sources.map { source in
                QueueShelf(
                    source: source, count: try source.count(on: db),
                    cases: try source.cases(limit: Self.shown, t, on: db).map { each in
                        let asked = try AuditStore.last(Decision.Verdict.ask, .init(source.kind, each.id), on: db)
                        return WaitingCase(details: each, asked: asked)
                    })
            }
        }
    }

    static func decode(
        _ check: inout FormCheck, for source: any QueueSource, among verdicts: [Decision.Verdict] = Decision.Verdict.allCases
    ) -> Decision? {
        let verdict = check.choice("verdict", required: true) { typed in verdicts.first { $0.rawValue == typed } }
        let reason = check.choice("reason") { typed in source.reasons.first { $0.rawValue == typed } }
        let note = check.text("note", max: 1000) ?? ""
        if verdict == .refuse, reason == nil { check.fail("reason", "moderation.problem.reason") }
        if verdict == .ask, note.isEmpty { check.fail("note", "moderation.problem.question") }
        guard check.isClean, let verdict else { return nil }
        return Decision(verdict, reason: verdict == .refuse ? reason : nil, note: note)
    }
}

/// The cases of one source.
struct QueueShelf: Sendable {
    let source: any QueueSource
    let count: Int
    let cases: [WaitingCase]
}

/// A case in the queue, and the last question about it, if one was asked.
struct WaitingCase: Sendable {
    let details: QueueCase
    let asked: AuditEntry?
}
