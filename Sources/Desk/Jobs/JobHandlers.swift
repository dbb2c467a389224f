internal import HTML
internal import Jobs
internal import Moderation
public import People
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for background work: administrators only.
public struct JobHandlers: Sendable {
    private let services: DeskServices

    /// Handlers with these services.
    public init(_ services: DeskServices) {
        self.services = services
    }

    /// Dead letters, then what is due next.
    public func index(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let entries = try await services.database.read { [jobs = services.jobs] db in try jobs.entries(limit: 200, on: db) }
        let t = visit.translator
        let page = JobPages.index(
            entries, isDone: visit.query("done") == "1", zone: signedIn.person.timeZone, services.page(signedIn, t), t)
        return .page(page).withoutIndexing()
    }

    /// Trying a dead letter again.
    public func revive(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        try await act(.jobRevived, id, signedIn) { jobs, db in try jobs.revive(id, on: db) }
        return done(language)
    }

    /// Giving a dead letter up.
    public func drop(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        try await act(.jobDropped, id, signedIn) { jobs, db in try jobs.drop(id, on: db) }
        return done(language)
    }

    private func act(
        _ verb: DeskVerb, _ id: Int64, _ signedIn: SignedIn, _ work: @escaping @Sendable (JobStore, any Writer) throws -> Bool
    ) async throws {
        let now = services.clock.now()
        try await services.database.write { [jobs = services.jobs] db in
            guard try work(jobs, db) else { return }
            try AuditStore.add(verb, .init("job", id), by: signedIn.person, at: now, on: db)
        }
    }

    private func done(_ language: Language) -> Answer {
        .redirect(to: AdministrationRoutes.jobs.path(language).adding(query: [("done", "1")]))
    }
}
