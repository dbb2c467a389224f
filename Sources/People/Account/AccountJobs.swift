public import Jobs
internal import Storage
internal import Time

/// The background work of accounts.
public struct AccountJobs: Sendable {
    private let services: AccountServices

    /// Jobs with these services.
    public init(_ services: AccountServices) {
        self.services = services
    }

    /// What the worker does, and how often.
    public var handlers: [JobHandler] {
        [JobHandler("people.forget", .every(.hours(6))) { try await forget() }]
    }

    /// Forgets sessions and keys that are over, and failures that no longer count.
    func forget() async throws {
        try await services.database.write { [services] db in
            try services.sessions.purge(on: db)
            try services.keys.purge(on: db)
            try services.limits.purge(on: db)
        }
    }
}
