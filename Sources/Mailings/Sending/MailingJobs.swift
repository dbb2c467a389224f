public import Jobs
internal import Mail
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

    /// Forgets which mailboxes were written to long ago. What came of it goes on being counted. Nothing is left that would keep them: who was never
    /// heard of counts as not reached, and what was held up for as long is stopped.
    public func forget() async throws {
        try await settleUnheard()
        let now = services.clock.now()
        let before = now - Mailing.recipientsKeptFor
        for id in try await services.database.read({ try MailingStore.heldUp(since: before, on: $0) }) {
            _ = try await services.database.write { try MailingStore.cancel(id, at: now, on: $0) }
        }
        repeat {
            try Task.checkCancellation()
        } while try await services.database.write({ try RecipientStore.forget(before: before, limit: Self.batch, on: $0) }) == Self.batch
    }

    private func settleUnheard() async throws {
        let before = services.clock.now() - Outbox.triesFor
        var last: Int64? = 0
        while let after = last {
            try Task.checkCancellation()
            last = try await services.database.write {
                try RecipientStore.settleUnheard(before: before, after: after, limit: Self.batch, on: $0)
            }
        }
    }
}
