internal import Design
internal import HTML
public import People
public import Storage
public import Text
public import Time
public import Web

/// Answers for the morning's queue.
public struct QueueHandlers: Sendable {
    private static let shown = 20

    private let database: Database
    private let clock: Clock
    private let menu: DeskMenu
    private let sources: [any QueueSource]
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
        let done = visit.query("done").flatMap(QueueOutcome.init(rawValue:))
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
        let t = visit.translator
        var check = FormCheck(try await visit.form())
        guard let decision = Self.decode(&check, for: source) else {
            let state = FormState(check, "moderation", t)
            let page = QueuePages.queue(
                try await shelves(t), for: signedIn, done: nil, problem: .init(kind: kind, id: id, state: state),
                DeskPage(menu, for: signedIn, t), t)
            return .page(page, status: .unprocessable).withoutIndexing()
        }
        let now = clock.now()
        let isDecided = try await database.write { db -> Bool in
            guard let found = try source.find(id, t, on: db) else { return false }
            guard found.author != signedIn.person.id else { throw WebFailure.forbidden("a decision on one's own thing") }
            try source.decide(id, decision, on: db)
            let note = [decision.reason.map { t("moderation.reason.\($0.rawValue)") }, decision.note].compactMap { $0 }.filter {
                !$0.isEmpty
            }
            try AuditStore.add(
                decision.verdict, .init(kind, id, name: found.title), by: signedIn.person, note: note.joined(separator: ": "),
                at: now, on: db)
            return true
        }
        let outcome = isDecided ? QueueOutcome(decision.verdict, source.keeping) : .late
        return .redirect(to: DeskRoutes.home.path(language).adding(query: [("done", outcome.rawValue)]))
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

    private static func decode(_ check: inout FormCheck, for source: any QueueSource) -> Decision? {
        let verdict = check.choice("verdict", required: true, as: Decision.Verdict.init(rawValue:))
        let reason = check.choice("reason") { typed in source.reasons.first { $0.rawValue == typed } }
        let note = check.text("note", max: 1000) ?? ""
        if verdict == .refuse, reason == nil { check.fail("reason", "moderation.problem.reason") }
        if verdict == .ask, note.isEmpty { check.fail("note", "moderation.problem.question") }
        guard check.isClean, let verdict else { return nil }
        return Decision(verdict, reason: verdict == .refuse ? reason : nil, note: note)
    }
}

/// What became of a decision that was sent.
enum QueueOutcome: String {
    case keep, confirm, publish, refuse, ask
    /// It waits no longer: somebody else was quicker.
    case late

    init(_ verdict: Decision.Verdict, _ keeping: Decision.Keeping) {
        self =
            switch (verdict, keeping) {
            case (.keep, .keep): .keep
            case (.keep, .confirm): .confirm
            case (.keep, .publish): .publish
            case (.refuse, _): .refuse
            case (.ask, _): .ask
            }
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
