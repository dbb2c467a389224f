internal import People
internal import Secrets
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for the link that an official contact got: does this person speak for the organisation? Nobody need be signed in: the mailbox is the
/// one that the secretariat knows.
public struct MandateHandlers: Sendable {
    private let services: OrganisationServices

    /// Handlers with these services.
    public init(_ services: OrganisationServices) {
        self.services = services
    }

    /// Who asks for what, and two buttons.
    public func show(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        guard let asked = try await find(token, language) else { return over(token, visit) }
        return .page(RepresentativePages.mandate(asked, token: token, visit.translator)).withoutIndexing()
    }

    /// The button that confirms, for a year.
    public func confirm(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        guard let asked = try await find(token, language) else { return over(token, visit) }
        let now = services.clock.now()
        try await services.database.write { [services] db in
            guard try RepresentativeStore.confirm(asked.mandate.id, at: now, on: db) else { return }
            try ContactKeyStore.end(RepresentativeLetters.kind, asked.mandate.id, on: db)
            try services.tell(.confirmed, about: asked.mandate, on: db)
            try AuditStore.add(
                "mandateConfirmed", .init("representative", asked.mandate.id, name: asked.person), by: nil, note: asked.organisation,
                at: now,
                on: db)
        }
        return .page(RepresentativePages.decided(isConfirmed: true, visit.translator)).withoutIndexing()
    }

    /// The button that refuses; also the way to end a mandate that was given.
    public func refuse(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        guard let asked = try await find(token, language) else { return over(token, visit) }
        let now = services.clock.now()
        try await services.database.write { [services] db in
            try RepresentativeStore.end(asked.mandate.id, why: .refused, at: now, on: db)
            try ContactKeyStore.end(RepresentativeLetters.kind, asked.mandate.id, on: db)
            try services.tell(.refused, about: asked.mandate, on: db)
            try AuditStore.add(
                "mandateRefused", .init("representative", asked.mandate.id, name: asked.person), by: nil, note: asked.organisation, at: now,
                on: db)
        }
        return .page(RepresentativePages.decided(isConfirmed: false, visit.translator)).withoutIndexing()
    }

    private func find(_ text: String, _ language: Language) async throws -> AskedMandate? {
        guard let token = Token(text: text) else { throw WebFailure.notFound }
        let now = services.clock.now()
        return try await services.database.read { db in
            guard let key = try ContactKeyStore.find(token, RepresentativeLetters.kind, at: now, on: db),
                let mandate = try RepresentativeStore.find(key.subject, on: db), mandate.endedAt == nil,
                let person = try PersonStore.find(mandate.person, on: db),
                let organisation = try OrganisationStore.find(mandate.organisation, on: db)
            else { return nil }
            return AskedMandate(mandate: mandate, person: person.name, organisation: organisation.name(for: language).name)
        }
    }

    private func over(_ token: String, _ visit: Visit) -> Answer {
        .page(RepresentativePages.over(token: token, visit.translator), status: .gone).withoutIndexing()
    }
}

/// A mandate that somebody is asked about.
struct AskedMandate: Sendable {
    let mandate: Representative
    let person: String
    let organisation: String
}
