public import Jobs
internal import Mail
internal import Storage
internal import Text
internal import Time

/// The background work of campaigns.
public struct SignatureJobs: Sendable {
    private static let batch = 200

    private let services: CampaignServices

    /// Jobs with these services.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    /// What the worker does, and how often.
    public var handlers: [JobHandler] {
        [
            JobHandler("campaigns.remind", .every(.minutes(15))) { try await remind() },
            JobHandler("campaigns.recount", .daily(hour: 2)) {
                _ = try await Recount(database: services.database, clock: services.clock, logger: services.logger).run()
            },
            JobHandler("campaigns.forget", .every(.hours(6))) { try await forget() },
        ]
    }

    /// Writes the one reminder to everybody who signed two days ago and did not confirm.
    public func remind() async throws {
        let before = services.clock.now() - Signature.reminderAfter
        while true {
            let waiting = try await services.database.read { [services] db in
                try services.signatures.unreminded(before: before, limit: Self.batch, on: db)
            }
            for signature in waiting { try await remind(signature) }
            if waiting.count < Self.batch { return }
        }
    }

    private func remind(_ signature: Signature) async throws {
        let t = services.catalogue.translator(for: signature.language)
        let now = services.clock.now()
        try await services.database.write { [services] db in
            guard try services.signatures.markReminded(signature.id, at: now, on: db),
                let campaign = try CampaignStore.find(signature.campaign, on: db), campaign.isOpen,
                let mailbox = Mailbox(signature.mailbox)
            else { return }
            let key = try services.signatures.keyForAnotherMail(signature.id, on: db)
            let letters = SignatureLetters(services: services, campaign: campaign, t: t)
            try services.outbox.post(letters.reminder(for: signature, to: mailbox, key), on: db)
        }
    }

    /// Erases what was never confirmed, and traces of where forms came from.
    public func forget() async throws {
        let now = services.clock.now()
        try await services.database.write { [services] db in
            try services.signatures.forgetSources(before: now - Signature.sourceKeptFor, on: db)
        }
        while try await services.database.write({ [services] db in
            try services.signatures.eraseUnconfirmed(before: now - Signature.erasedAfter, limit: Self.batch, on: db)
        }) == Self.batch {}
    }
}
