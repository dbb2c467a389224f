public import People
public import Storage
internal import Time

/// What endorsements keep about a person: which ones they sent. The organisation's act stays when they leave; their account's key goes.
public struct EndorsementData: PersonalDataKeeper {
    /// The data of endorsements.
    public init() {}

    /// Endorsements.
    public static let tables: Set<String> = ["endorsement"]

    /// Endorsements that the person sent.
    public func export(_ person: Person, on db: any Reader) throws -> [String: DataValue] {
        let sent = try EndorsementStore.all(of: person.id, on: db).map { endorsement -> DataValue in
            .record([
                "signatory": .text(endorsement.details.signatory), "function": .text(endorsement.details.function),
                "decidedOn": .text(endorsement.details.decidedOn.description), "sent": .moment(endorsement.askedAt),
                "confirmed": .moment(endorsement.confirmedAt), "ended": .moment(endorsement.endedAt),
            ])
        }
        return ["endorsements": .list(sent)]
    }

    /// Nothing to do: the key of the account is taken out of the row when the account's row goes.
    public func erase(_ person: Person, choosing choice: ErasureChoice, on db: any Writer) throws {}
}
