public import Jobs
public import Storage
public import Time

/// The background work of the directory.
public struct OrganisationJobs: Sendable {
    private static let batch = 200

    private let database: Database
    private let clock: Clock

    /// Jobs over this database.
    public init(database: Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    /// What the worker does, and how often.
    public var handlers: [JobHandler] {
        [JobHandler("organisations.end", .daily(hour: 0)) { try await endMemberships() }]
    }

    /// Takes memberships that ended by date out of the directory; pages compare the date themselves.
    public func endMemberships() async throws {
        let now = clock.now()
        repeat {
            try Task.checkCancellation()
        } while try await database.write { db in
            try OrganisationStore.endMemberships(at: now, limit: Self.batch, on: db)
        } == Self.batch
    }
}
