public import Jobs
internal import Mail
internal import Storage
internal import Text
internal import Time

/// The background work of campaigns.
public struct SignatureJobs: Sendable {
    private static let batch = 200
    /// The kind of the job that compares mailboxes by rules that changed.
    static let rekeying = "campaigns.rekey"

    private let services: CampaignServices

    /// Jobs with these services.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    /// What the worker does, and how often.
    public var handlers: [JobHandler] {
        [
            JobHandler("campaigns.remind", .every(.minutes(15))) { try await remind() },
            JobHandler("campaigns.heldBack", .every(.minutes(15))) { try await letThrough() },
            JobHandler("campaigns.recount", .daily(hour: 2)) {
                _ = try await Recount(database: services.database, clock: services.clock, logger: services.logger).run()
            },
            JobHandler(Self.rekeying) { _ in try await rekey() },
            JobHandler("campaigns.forget", .every(.hours(6))) { try await forget() },
        ]
    }

    /// Writes the one reminder to everybody who was written to two days ago and did not confirm: not to a mailbox that was refused, nor to names
    /// that got no first mail.
    public func remind() async throws {
        let before = services.clock.now() - Signature.reminderAfter
        while true {
            let waiting = try await services.database.read { [services] db in
                try services.signatures.unreminded(before: before, limit: Self.batch, on: db)
            }
            for signature in waiting {
                try Task.checkCancellation()
                try await remind(signature)
            }
            if waiting.count < Self.batch { return }
        }
    }

    private func remind(_ signature: Signature) async throws {
        let t = services.catalogue.translator(for: signature.language)
        try await services.database.write { [services] db in
            // Marked first and whatever follows, so that one that cannot be reminded does not come back for ever.
            guard try services.signatures.markReminded(signature.id, on: db),
                let campaign = try CampaignStore.find(signature.campaign, on: db), campaign.isOpen,
                signature.mails > 0, let mailbox = Mailbox(signature.mailbox), try !Outbox.isRefused(mailbox.address, on: db),
                try services.signatures.countMail(for: signature.id, on: db)
            else { return }
            let key = try services.signatures.newKey(for: signature.id, on: db)
            let letters = SignatureLetters(services: services, campaign: campaign, t: t)
            try services.outbox.post(letters.reminder(for: signature, to: mailbox, key), on: db)
        }
    }

    /// Writes to names that waited because too many came from their mailbox in a day.
    public func letThrough() async throws {
        let waiting = try await services.database.read { [services] db in try services.signatures.heldBack(limit: Self.batch, on: db) }
        for signature in waiting {
            try Task.checkCancellation()
            try await services.database.write { [services] db in
                // The one before may have been the last of the day.
                guard try services.signatures.hasRoomToday(signature.id, on: db), try !Outbox.isRefused(signature.mailbox, on: db) else {
                    return
                }
                try services.letThrough(signature.id, on: db)
            }
        }
    }

    /// Compares the mailbox of every signature by the rules in force.
    func rekey() async throws {
        let rules = try await services.database.read { try MailboxRules.read(on: $0) }
        var last: Int64? = 0
        while let id = last {
            try Task.checkCancellation()
            last = try await services.database.write { [services] db in
                try services.signatures.rekey(after: id, limit: Self.batch, by: rules, on: db)
            }
        }
    }

    /// Erases what was never confirmed, traces of where forms came from, and the list of messages sent long ago.
    public func forget() async throws {
        let now = services.clock.now()
        try await inBatches { [services] db in
            try services.signatures.forgetSources(before: now - Signature.sourceKeptFor, limit: Self.batch, on: db)
        }
        try await inBatches { [services] db in
            let erased = try services.signatures.eraseUnconfirmed(before: now - Signature.erasedAfter, limit: Self.batch, on: db)
            for signature in erased { try services.outbox.forget(signature.mailOrigin, to: signature.mailbox, on: db) }
            return erased.count
        }
        try await services.database.write { [services] db in
            _ = try services.outbox.purge(before: now - Signature.messagesListedFor, on: db)
        }
    }

    /// Works in small writes until one finds less than a whole batch.
    private func inBatches(_ work: @escaping @Sendable (any Writer) throws -> Int) async throws {
        repeat { try Task.checkCancellation() } while try await services.database.write(work) == Self.batch
    }
}
