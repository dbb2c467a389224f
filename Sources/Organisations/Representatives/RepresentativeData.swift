public import Mail
public import People
public import Storage
internal import Time

/// What organisations keep about a person: for whom they act or acted, and where they are a contact.
public struct RepresentativeData: PersonalDataKeeper {
    private let outbox: Outbox

    /// The data of representatives and contacts, and the mail about them.
    public init(outbox: Outbox) {
        self.outbox = outbox
    }

    /// Mandates, contacts, and the links that were sent to these.
    public static let tables: Set<String> = ["representative", "contact", "contact_key"]

    /// Mandates, and being a contact with exactly the mailbox of the account.
    public func export(_ person: Person, on db: any Reader) throws -> [String: DataValue] {
        let mandates = try RepresentativeStore.history(of: person.id, on: db).map { mandate -> DataValue in
            let organisation = try OrganisationStore.find(mandate.organisation, on: db)
            return .record([
                "organisation": .text(organisation?.slug), "function": .text(mandate.function), "asked": .moment(mandate.askedAt),
                "confirmed": .moment(mandate.confirmedAt), "until": .moment(mandate.expiresAt), "ended": .moment(mandate.endedAt),
            ])
        }
        let atMailbox = try Mailbox(person.mailbox).map { try OrganisationStore.contacts(at: $0, on: db) } ?? []
        let contacts = try atMailbox.map { contact -> DataValue in
            let organisation = try OrganisationStore.find(contact.organisation, on: db)
            return .record([
                "organisation": .text(organisation?.slug), "name": .text(contact.details.name), "function": .text(contact.details.function),
                "official": .flag(contact.details.isOfficial), "confirmed": .moment(contact.confirmedAt),
            ])
        }
        return ["mandates": .list(mandates), "contactOf": .list(contacts)]
    }

    /// Mandates go with the account's row. A contact belongs to the organisation: the name leaves it, mailbox and function stay until the
    /// organisation replaces them.
    public func erase(_ person: Person, choosing choice: ErasureChoice, on db: any Writer) throws {
        for mandate in try RepresentativeStore.history(of: person.id, on: db) {
            try AuditStore.forget(.init("representative", mandate.id), on: db)
        }
        try outbox.forget(kind: RepresentativeLetters.kind, to: person.mailbox, on: db)
        try OrganisationStore.forgetContactName(mailbox: person.mailbox, on: db)
    }
}
