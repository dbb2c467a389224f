internal import Logging
internal import Mail
public import ServiceLifecycle
internal import Storage
internal import Time

/// Feeds the outbox from mailings, a handful at a time. It keeps little in the outbox, so that texts are not stored a hundred thousand times, and so that
/// a pause, a wish or a changed pace is felt at once; how far it has come stands in the database alone, so that any node goes on with it after a crash.
public struct MailingFeeder: Service {
    /// How many messages of one mailing may be in the outbox at a time.
    static let window = 1_000
    /// How many are handed over in one write, which everybody else who writes waits for.
    static let batch = 100
    /// The time over which the pace is kept.
    static let stretch = Duration.seconds(6)
    /// Between two looks while a mailing goes out, and while none does.
    private static let pauses = (busy: Duration.milliseconds(250), idle: Duration.seconds(2))

    private let services: MailingServices

    /// A feeder with these services.
    public init(_ services: MailingServices) {
        self.services = services
    }

    /// Works until the program stops. A database that is away is waited for.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                var isBusy = false
                do {
                    isBusy = try await feedOnce()
                } catch {
                    services.logger.error("mailings wait for the database", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: isBusy ? Self.pauses.busy : Self.pauses.idle)
            }
        }
    }

    /// Does what can be done now for every mailing that goes out; true if there is one. Tests call it instead of `run`.
    @discardableResult
    public func feedOnce() async throws -> Bool {
        let mailings = try await services.database.read { try MailingStore.underWay(on: $0) }
        for mailing in mailings {
            if mailing.steps.gatheredAt == nil {
                try await gather(mailing)
            } else {
                try await handOver(mailing)
            }
        }
        return !mailings.isEmpty
    }

    private func gather(_ mailing: Mailing) async throws {
        let now = services.clock.now()
        try await services.database.write { [services] db in
            try db.takeAsLongAsNeeded()
            guard try MailingStore.markGathered(mailing.id, at: now, on: db) else { return }
            let limits = try MailingLimitStore.limits(on: db)
            _ = try AudienceStore.gather(mailing, services.audiences, .init(perWeek: limits.perWeek, now: now), on: db)
        }
    }

    private func handOver(_ mailing: Mailing) async throws {
        let letters = MailingLetters(mailing: mailing, services: services)
        while !Task.isCancelled {
            let taken = try await services.database.write { db in try Self.handOver(letters, on: db) }
            if taken < Self.batch { break }
        }
        let now = services.clock.now()
        if try await services.database.read({ try !RecipientStore.isAnyLeft(of: mailing.id, on: $0) }) {
            _ = try await services.database.write { try MailingStore.endIfDone(mailing.id, at: now, on: $0) }
        }
    }

    /// Takes recipients and posts their messages in one write: either both happen or neither, so that nobody is written to twice or not at all.
    private static func handOver(_ letters: MailingLetters, on db: any Writer) throws -> Int {
        let (services, mailing) = (letters.services, letters.mailing.id)
        let now = services.clock.now()
        guard try MailingStore.hold(mailing, on: db) else { return 0 }
        let limits = try MailingLimitStore.limits(on: db)
        let share = max(1, limits.perMinute * Int(stretch.components.seconds) / 60)
        let room = min(
            window - (try RecipientStore.countHanded(mailing, on: db)),
            share - (try RecipientStore.countHanded(since: now - stretch, on: db)))
        guard room > 0 else { return 0 }
        let recipients = try RecipientStore.take(min(room, batch), of: mailing, at: now, on: db)
        let unwilling = Set(try RecipientStore.unwilling(among: recipients.map(\.id), on: db))
        var unreachable: [Int64] = []
        let messages = try recipients.filter { !unwilling.contains($0.id) }.compactMap { recipient in
            let message = try letters.message(to: recipient)
            if message == nil { unreachable.append(recipient.id) }
            return message
        }
        try services.outbox.postLater(messages, on: db)
        try RecipientStore.settle(unreachable, as: .failed, on: db)
        try RecipientStore.settle(Array(unwilling), as: .stopped, on: db)
        return recipients.count
    }
}
