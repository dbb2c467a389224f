public import People
public import Storage
internal import Time

/// What the watch keeps about a person: that their mailbox is watched for.
public struct BlockData: PersonalDataKeeper {
    /// The data of blocks.
    public init() {}

    /// Blocks: of mailboxes, and by moderators.
    public static let tables: Set<String> = ["block"]

    /// What is watched for with exactly the mailbox of the account.
    public func export(_ person: Person, on db: any Reader) throws -> [String: DataValue] {
        let blocks = try BlockStore.about(mailbox: person.mailbox, on: db).map { block -> DataValue in
            .record(["mailbox": .text(block.value), "since": .moment(block.madeAt), "until": .moment(block.endsAt)])
        }
        return ["blocks": .list(blocks)]
    }

    /// A block stays: it is what keeps the site from writing to that mailbox. Who set it goes with their account's row.
    public func erase(_ person: Person, choosing choice: ErasureChoice, on db: any Writer) throws {}
}
