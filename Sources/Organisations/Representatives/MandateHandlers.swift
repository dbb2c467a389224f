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
        let now = services.clock.now()
        let asked = try await services.database.read { try Self.find(token, at: now, on: $0) }
        guard let asked else { return over(token, visit) }
        return .page(RepresentativePages.mandate(asked, token: token, visit.translator)).withoutIndexing()
    }

    /// The button that confirms, for a year.
    public func confirm(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        try await decide(token, visit, language, isConfirmed: true) { asked, now, db in
            try RepresentativeStore.confirm(asked.mandate.id, at: now, on: db)
        }
    }

    /// The button that refuses; in the month before its end also the way to let a mandate go.
    public func refuse(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        try await decide(token, visit, language, isConfirmed: false) { asked, now, db in
            try RepresentativeStore.end(asked.mandate.id, why: .refused, at: now, on: db)
        }
    }

    /// Whoever ends the links first decides; for everybody after them the link is over.
    private func decide(
        _ text: String, _ visit: Visit, _ language: Language, isConfirmed: Bool,
        _ work: @escaping @Sendable (AskedMandate, Instant, any Writer) throws -> Bool
    ) async throws -> Answer {
        let now = services.clock.now()
        let isDecided = try await services.database.write { [services] db -> Bool in
            guard let token = Token(text: text), let asked = try Self.find(text, at: now, on: db),
                try ContactKeyStore.answer(token, RepresentativeLetters.kind, asked.mandate.id, at: now, on: db), try work(asked, now, db)
            else { return false }
            try services.tell(isConfirmed ? .confirmed : .refused, about: asked.mandate, on: db)
            try AuditStore.add(
                isConfirmed ? OrganisationVerb.mandateConfirmed : .mandateRefused,
                .init("representative", asked.mandate.id, name: asked.person.name),
                by: asked.key.contact(of: asked.organisation, for: language), at: now, on: db)
            return true
        }
        guard isDecided else { return over(text, visit) }
        return .page(RepresentativePages.decided(isConfirmed: isConfirmed, visit.translator)).withoutIndexing()
    }

    private static func find(_ text: String, at now: Instant, on db: any Reader) throws -> AskedMandate? {
        guard let token = Token(text: text) else { throw WebFailure.notFound }
        guard let key = try ContactKeyStore.find(token, RepresentativeLetters.kind, at: now, on: db),
            let mandate = try RepresentativeStore.find(key.subject, on: db), mandate.endedAt == nil,
            let person = try PersonStore.find(mandate.person, on: db),
            let organisation = try OrganisationStore.find(mandate.organisation, on: db)
        else { return nil }
        return AskedMandate(mandate: mandate, person: person, organisation: organisation, key: key)
    }

    private func over(_ token: String, _ visit: Visit) -> Answer {
        .page(RepresentativePages.over(token: token, visit.translator), status: .gone).withoutIndexing()
    }
}

/// A mandate that somebody is asked about.
struct AskedMandate: Sendable {
    let mandate: Representative
    let person: Person
    let organisation: Organisation
    /// The link, and with it the contact who is asked.
    let key: ContactKeyStore.Found
}
