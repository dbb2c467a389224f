public import Moderation
internal import People
public import Storage
public import Text
internal import Time
internal import Web

/// People who ask to act for organisations: their official contacts are asked by mail, and moderators may decide too.
public struct RepresentativeQueue: QueueSource {
    private let services: OrganisationServices

    /// The queue of mandates that wait.
    public init(_ services: OrganisationServices) {
        self.services = services
    }

    /// What the log and addresses call them.
    public let kind = RepresentativeLetters.kind
    /// The heading above them.
    public let title = "organisations.queue.title"
    /// What keeping one means.
    public let keeping = Decision.Keeping.confirm
    /// Why one is refused.
    public let reasons: [Decision.Reason] = [.notEntitled, .duplicate, .invented, .other]

    /// How many wait.
    public func count(on db: any Reader) throws -> Int {
        try RepresentativeStore.countWaiting(on: db)
    }

    /// Those that wait longest.
    public func cases(limit: Int, _ t: Translator, on db: any Reader) throws -> [QueueCase] {
        try RepresentativeStore.waiting(limit: limit, on: db).compactMap { try queueCase($0, t, on: db) }
    }

    /// One that still waits.
    public func find(_ id: Int64, _ t: Translator, on db: any Reader) throws -> QueueCase? {
        guard let mandate = try RepresentativeStore.find(id, on: db), mandate.confirmedAt == nil, mandate.endedAt == nil else { return nil }
        return try queueCase(mandate, t, on: db)
    }

    /// Kept: the mandate holds for a year. Refused: it ends. Asked: the person gets the question.
    public func decide(_ id: Int64, _ decision: Decision, on db: any Writer) throws {
        guard let mandate = try RepresentativeStore.find(id, on: db) else { return }
        let now = services.clock.now()
        switch decision.verdict {
        case .keep:
            guard try RepresentativeStore.confirm(id, at: now, on: db) else { return }
            try services.tell(.confirmed, about: mandate, on: db)
        case .refuse:
            guard try RepresentativeStore.end(id, why: .refused, at: now, on: db) else { return }
            try services.tell(.refused, about: mandate, because: decision, on: db)
        case .ask:
            return try services.tell(.asked, about: mandate, because: decision, on: db)
        }
        try ContactKeyStore.end(kind, id, on: db)
    }

    private func queueCase(_ mandate: Representative, _ t: Translator, on db: any Reader) throws -> QueueCase? {
        guard let person = try PersonStore.find(mandate.person, on: db),
            let organisation = try OrganisationStore.find(mandate.organisation, on: db)
        else { return nil }
        let contacts = try OrganisationStore.deciders(of: organisation.id, on: person, on: db)
        let name = organisation.name(for: t.language).name
        return QueueCase(
            id: mandate.id, title: person.name, why: t("organisations.queue.why", mandate.function, name),
            facts: [
                (t("organisations.queue.mailbox"), person.mailbox),
                (t("organisations.queue.domain"), MailboxHint(person.mailbox, of: organisation).words(t)),
                (t("organisations.queue.contacts"), contacts.isEmpty ? t("organisations.queue.noContact") : t.number(contacts.count)),
            ], author: person.id, since: mandate.askedAt, address: OrganisationDeskRoutes.organisation.path(t.language, organisation.slug),
            canBeAsked: true)
    }
}
