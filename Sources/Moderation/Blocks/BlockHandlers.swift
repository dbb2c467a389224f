internal import Design
internal import HTML
public import People
public import Storage
public import Text
public import Time
public import Web

/// Answers for what is watched for: moderators.
public struct BlockHandlers: Sendable {
    private let database: Database
    private let clock: Clock
    private let menu: DeskMenu
    private let related: [RelatedPage]

    /// Handlers over this database.
    public init(database: Database, clock: Clock, menu: DeskMenu, related: [RelatedPage] = []) {
        self.database = database
        self.clock = clock
        self.menu = menu
        self.related = related
    }

    /// Everything that is watched for, and a form for more.
    public func index(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        .page(try await page(visit, signedIn, FormState(), isDone: visit.query("done") == "1")).withoutIndexing()
    }

    /// More to watch for, sent.
    public func add(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let now = clock.now()
        var check = FormCheck(try await visit.form())
        guard let form = BlockForm.decode(&check, at: now) else {
            let state = FormState(check, "moderation", visit.translator)
            return .page(try await page(visit, signedIn, state, isDone: false), status: .unprocessable).withoutIndexing()
        }
        try await database.write { db in
            for value in form.values {
                try BlockStore.put(form.kind, value, reason: form.reason, until: form.until, by: signedIn.person, at: now, on: db)
                try AuditStore.add(BlockVerb.blocked, .init("block", name: value), by: signedIn.person, note: form.reason, at: now, on: db)
            }
        }
        return done(language)
    }

    /// No longer watching for something.
    public func remove(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let now = clock.now()
        try await database.write { db in
            guard let block = try BlockStore.find(id, on: db) else { throw WebFailure.notFound }
            try BlockStore.remove(id, on: db)
            try AuditStore.add(BlockVerb.unblocked, .init("block", name: block.value), by: signedIn.person, at: now, on: db)
        }
        return done(language)
    }

    private func page(_ visit: Visit, _ signedIn: SignedIn, _ state: FormState, isDone: Bool) async throws -> Page {
        let now = clock.now()
        let blocks = try await database.read { try BlockStore.all(at: now, on: $0) }
        let desk = DeskPage(menu, for: signedIn, visit.translator)
        return BlockPages.index(blocks, state, related, isDone: isDone, zone: signedIn.person.timeZone, desk, visit.translator)
    }

    private func done(_ language: Language) -> Answer {
        .redirect(to: DeskRoutes.blocks.path(language).adding(query: [("done", "1")]))
    }
}
