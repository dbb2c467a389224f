public import Jobs
internal import Storage
internal import Time

/// The background work on lists.
public struct ImportJobs: Sendable {
    /// A list has up to 50,000 lines, and other writes wait.
    private static let atOnce = 1

    private let services: ImportServices

    /// Jobs with these services.
    public init(_ services: ImportServices) {
        self.services = services
    }

    /// What the worker does, and how often.
    public var handlers: [JobHandler] {
        [
            JobHandler(ImportServices.job) { payload in
                if let id = Int64(payload) { try await ImportWork(services: services).run(id) }
            },
            JobHandler("imports.forget", .daily(hour: 3)) { try await forget() },
        ]
    }

    /// Erases cells that are no longer needed.
    public func forget() async throws {
        let now = services.clock.now()
        repeat {
            try Task.checkCancellation()
        } while try await services.database.write { db in
            try ImportStore.forget(before: now - Import.cellsKeptFor, limit: Self.atOnce, at: now, on: db)
        } == Self.atOnce
    }
}
