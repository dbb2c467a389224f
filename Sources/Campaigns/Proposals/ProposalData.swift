public import Mail
public import People
public import Storage

/// What proposals keep about a person: which ones they sent. One that waits goes with them; what was published is the organisation's.
public struct ProposalData: PersonalDataKeeper {
    private let outbox: Outbox

    /// The data of proposals, and the mail about them.
    public init(outbox: Outbox) {
        self.outbox = outbox
    }

    /// Proposals.
    public static let tables: Set<String> = ["campaign_proposal"]

    /// National campaigns that the person proposed.
    public func export(_ person: Person, on db: any Reader) throws -> [String: DataValue] {
        let sent = try ProposalStore.all(of: person.id, on: db).map { proposal -> DataValue in
            let campaign = try CampaignStore.find(proposal.campaign, on: db)
            return .record([
                "campaign": .text(campaign?.slug), "title": .text(campaign?.words(for: person.language).title),
                "sent": .moment(proposal.askedAt),
            ])
        }
        return ["proposedCampaigns": .list(sent)]
    }

    /// What waits is taken back; the key of the account leaves the rest with its row.
    public func erase(_ person: Person, choosing choice: ErasureChoice, on db: any Writer) throws {
        for proposal in try ProposalStore.all(of: person.id, on: db) {
            if try ProposalStore.waiting(proposal.campaign, on: db) != nil { try CampaignStore.discard(draft: proposal.campaign, on: db) }
        }
        try outbox.forget(kind: ProposalLetters.kind, to: person.mailbox, on: db)
    }
}
