internal import Geography
public import Moderation
internal import Organisations
public import Storage
public import Text
internal import Time

/// National campaigns that organisations propose: moderators publish them or not.
public struct ProposalQueue: QueueSource {
    private let services: CampaignServices

    /// The queue of proposals.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    /// What the log and addresses call them.
    public let kind = ProposalLetters.kind
    /// The heading above them.
    public let title = "campaigns.propose.queue"
    /// What keeping one means.
    public let keeping = Decision.Keeping.publish
    /// Why one is refused.
    public let reasons: [Decision.Reason] = [.notEntitled, .duplicate, .advertising, .insult, .other]

    /// How many wait.
    public func count(on db: any Reader) throws -> Int {
        try ProposalStore.countWaiting(on: db)
    }

    /// Those that wait longest.
    public func cases(limit: Int, _ t: Translator, on db: any Reader) throws -> [QueueCase] {
        try ProposalStore.waiting(limit: limit, on: db).compactMap { try queueCase($0, t, on: db) }
    }

    /// One that still waits.
    public func find(_ id: Int64, _ t: Translator, on db: any Reader) throws -> QueueCase? {
        try ProposalStore.waiting(id, on: db).flatMap { try queueCase($0, t, on: db) }
    }

    /// Kept: it is published and opened. Refused: the draft goes, and its words go back by mail. Asked: whoever sent it gets the question.
    public func decide(_ id: Int64, _ decision: Decision, on db: any Writer) throws {
        guard let proposal = try ProposalStore.waiting(id, on: db), let campaign = try CampaignStore.find(id, on: db) else { return }
        let letters = ProposalLetters(services: services)
        switch decision.verdict {
        case .keep:
            guard try ProposalStore.accept(id, at: services.clock.now(), on: db) else { return }
            try letters.tell(.accepted, about: proposal, campaign, on: db)
        case .refuse:
            guard try CampaignStore.discard(draft: id, on: db) else { return }
            try letters.tell(.refused, about: proposal, campaign, because: decision, on: db)
        case .ask:
            try letters.tell(.asked, about: proposal, campaign, because: decision, on: db)
        }
    }

    private func queueCase(_ proposal: Proposal, _ t: Translator, on db: any Reader) throws -> QueueCase? {
        guard let campaign = try CampaignStore.find(proposal.campaign, on: db), let national = campaign.national else { return nil }
        let words = campaign.words(for: t.language)
        let organisation = try national.organisation.flatMap { try OrganisationStore.find($0, on: db) }
        let common = try CampaignStore.find(national.common, on: db)
        let facts: [(String, String?)] = [
            ("campaigns.field.organisation", organisation?.name(for: t.language).name),
            ("campaigns.field.country", national.country.name(in: t.language)), ("campaigns.field.summary", words.summary),
            ("campaigns.field.demand", words.demand), ("campaigns.field.body", words.body),
        ]
        return QueueCase(
            id: campaign.id, title: words.title, why: t("campaigns.propose.why", common?.words(for: t.language).title ?? ""),
            facts: facts.compactMap { key, words in words.map { (t(key), $0) } }, author: proposal.person, since: proposal.askedAt,
            canBeAsked: proposal.person != nil)
    }
}
