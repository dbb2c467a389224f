internal import FoundationEssentials
public import Moderation
internal import Organisations
public import Storage
public import Text
internal import Time
internal import Web

/// Endorsements that wait: official contacts are asked by mail, and moderators may decide too.
public struct EndorsementQueue: QueueSource {
    private let services: CampaignServices

    /// The queue of endorsements.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    /// What the log and addresses call them.
    public let kind = EndorsementLetters.kind
    /// The heading above them.
    public let title = "campaigns.endorse.queue"
    /// What keeping one means.
    public let keeping = Decision.Keeping.confirm
    /// Why one is refused.
    public let reasons: [Decision.Reason] = [.notEntitled, .duplicate, .invented, .other]

    /// How many wait.
    public func count(on db: any Reader) throws -> Int {
        try EndorsementStore.countWaiting(on: db)
    }

    /// Those that wait longest.
    public func cases(limit: Int, _ t: Translator, on db: any Reader) throws -> [QueueCase] {
        try EndorsementStore.waiting(limit: limit, on: db).compactMap { try queueCase($0, t, on: db) }
    }

    /// One that still waits.
    public func find(_ id: Int64, _ t: Translator, on db: any Reader) throws -> QueueCase? {
        guard let found = try EndorsementStore.find(id, on: db), found.confirmedAt == nil, found.endedAt == nil else { return nil }
        return try queueCase(found, t, on: db)
    }

    /// Kept: it stands. Refused: it ends. Asked: whoever sent it gets the question.
    public func decide(_ id: Int64, _ decision: Decision, on db: any Writer) throws {
        guard let endorsement = try EndorsementStore.find(id, on: db) else { return }
        let letters = EndorsementLetters(services: services)
        let now = services.clock.now()
        switch decision.verdict {
        case .keep:
            guard try EndorsementStore.confirm(id, at: now, on: db) else { return }
            try letters.tell(.confirmed, about: endorsement, on: db)
        case .refuse:
            guard try EndorsementStore.end(id, why: .refused, at: now, on: db) else { return }
            try letters.tell(.refused, about: endorsement, because: decision, on: db)
        case .ask:
            return try letters.tell(.asked, about: endorsement, because: decision, on: db)
        }
        try ContactKeyStore.end(kind, id, on: db)
    }

    private func queueCase(_ endorsement: Endorsement, _ t: Translator, on db: any Reader) throws -> QueueCase? {
        guard let campaign = try CampaignStore.find(endorsement.campaign, on: db),
            let organisation = try OrganisationStore.find(endorsement.organisation, on: db)
        else { return nil }
        return QueueCase(
            id: endorsement.id, title: organisation.name(for: t.language).name,
            why: t("campaigns.endorse.why", campaign.words(for: t.language).title),
            facts: [
                (t("campaigns.field.signatory"), endorsement.details.signatory),
                (t("campaigns.field.function"), endorsement.details.function),
                (t("campaigns.field.decidedOn"), t.day(endorsement.details.decidedOn.start, in: .gmt)),
            ], author: endorsement.person, since: endorsement.askedAt, address: EndorsementRoutes.list.path(t.language, campaign.slug),
            documents: endorsement.letter.map {
                [(EndorsementPages.letterWords($0, t), EndorsementRoutes.letter.path(t.language, endorsement.id))]
            } ?? [], canBeAsked: endorsement.person != nil)
    }
}
