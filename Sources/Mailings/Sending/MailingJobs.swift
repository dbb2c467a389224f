public import Jobs
internal import Storage
internal import Time

/// The background work of mailings.
public struct MailingJobs: Sendable {
    private static let batch = 500

    private let services: MailingServices

    /// Jobs with these services.
    public init(_ services: MailingServices) {
        self.services = services
    }

    /// What the worker does, and how often.
    public var handlers: [JobHandler] {
        [JobHandler("mailings.forget", .daily(hour: 3)) { try await forget() }]
    }

    /// Forgets which mailboxes were written to long ago. What came of it goes on being counted.
    public func forget() async throws {
        let before = services.clock.now() - Mailing.recipientsKeptFor
        repeat {
            try Task.checkCancellation()
        } while try await services.database.write({ try RecipientStore.forget(before: before, limit: Self.batch, on: $0) }) == Self.batch
    }
}
