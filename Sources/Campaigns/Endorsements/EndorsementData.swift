internal import Files
public import Mail
internal import Organisations
public import People
public import Storage
internal import Time

/// What endorsements keep about a person: which ones they sent. The organisation's act stays when they leave; their account's key goes.
public struct EndorsementData: PersonalDataKeeper {
    private let outbox: Outbox

    /// The data of endorsements, and the mail about them.
    public init(outbox: Outbox) {
        self.outbox = outbox
    }

    /// Endorsements.
    public static let tables: Set<String> = ["endorsement"]

    /// Endorsements that the person sent.
    public func export(_ person: Person, on db: any Reader) throws -> [String: DataValue] {
        let sent = try EndorsementStore.all(of: person.id, on: db).map { endorsement -> DataValue in
            let organisation = try OrganisationStore.find(endorsement.organisation, on: db)
            let campaign = try CampaignStore.find(endorsement.campaign, on: db)
            return .record([
                "organisation": .text(organisation?.slug), "campaign": .text(campaign?.slug),
                "signatory": .text(endorsement.details.signatory), "function": .text(endorsement.details.function),
                "decidedOn": .text(endorsement.details.decidedOn.description), "sent": .moment(endorsement.askedAt),
                "letter": .text(endorsement.letter?.name), "confirmed": .moment(endorsement.confirmedAt),
                "ended": .moment(endorsement.endedAt),
            ])
        }
        return ["endorsements": .list(sent)]
    }

    /// What nobody confirmed ends, without the names in it. The rest is the organisation's act: only the key of the account leaves it.
    public func erase(_ person: Person, choosing choice: ErasureChoice, on db: any Writer) throws {
        try EndorsementStore.drop(unconfirmedOf: person.id, on: db)
        try outbox.forget(kind: EndorsementLetters.kind, to: person.mailbox, on: db)
    }
}
