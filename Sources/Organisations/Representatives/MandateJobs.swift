public import Jobs
internal import People
internal import Storage
internal import Time

/// The background work of mandates.
public struct MandateJobs: Sendable {
    private static let batch = 100

    private let services: OrganisationServices

    /// Jobs with these services.
    public init(_ services: OrganisationServices) {
        self.services = services
    }

    /// What the worker does, and how often.
    public var handlers: [JobHandler] {
        [JobHandler("organisations.mandates", .daily(hour: 5)) { try await mandates() }]
    }

    /// Asks official contacts, a month before a mandate ends, whether it goes on; and ends those whose time is over.
    public func mandates() async throws {
        let now = services.clock.now()
        while true {
            let ending = try await services.database.read { db in
                try RepresentativeStore.ending(at: now, before: now + Representative.noticeBefore, limit: Self.batch, on: db)
            }
            if ending.isEmpty { break }
            try await notice(ending, at: now)
        }
        while true {
            let over = try await services.database.read { try RepresentativeStore.over(at: now, limit: Self.batch, on: $0) }
            if over.isEmpty { break }
            try await end(over, at: now)
        }
        try await services.database.write { try ContactKeyStore.purge(at: now, on: $0) }
    }

    /// Ends what nobody renewed, and tells each person in the same write.
    private func end(_ over: [Representative], at now: Instant) async throws {
        for mandate in over {
            try Task.checkCancellation()
            try await services.database.write { [services] db in
                guard try RepresentativeStore.expire(mandate.id, at: now, on: db) else { return }
                try ContactKeyStore.end(RepresentativeLetters.kind, mandate.id, on: db)
                try services.tell(.ended, about: mandate, on: db)
            }
        }
    }

    private func notice(_ ending: [Representative], at now: Instant) async throws {
        for mandate in ending {
            try Task.checkCancellation()
            try await services.database.write { [services] db in
                guard try RepresentativeStore.notice(mandate.id, at: now, on: db), let person = try PersonStore.find(mandate.person, on: db)
                else { return }
                if try services.askContacts(about: mandate, by: person, on: db) == 0 {
                    // Nobody to ask: the person learns it, and the secretariat knows whom to ask.
                    try services.tell(.ending, about: mandate, on: db)
                }
            }
        }
    }
}
