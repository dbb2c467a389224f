internal import Geography
internal import Mail
public import Moderation
internal import People
public import Storage
public import Text
internal import Time
internal import Web

/// Signatures that something made look odd: they count, and a moderator looks.
public struct SignatureQueue: QueueSource {
    private let services: CampaignServices

    /// The queue of flagged signatures.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    /// What the log and addresses call them.
    public let kind = "signature"
    /// The heading above them.
    public let title = "campaigns.queue.title"
    /// What keeping one means.
    public let keeping = Decision.Keeping.keep
    /// Why one is refused.
    public let reasons: [Decision.Reason] = [.duplicate, .invented, .advertising, .insult, .other]

    /// How many carry a flag and were not decided.
    public func count(on db: any Reader) throws -> Int {
        try services.signatures.countFlagged(on: db)
    }

    /// Those that wait longest.
    public func cases(limit: Int, _ t: Translator, on db: any Reader) throws -> [QueueCase] {
        let staff = try PersonStore.staff(on: db)
        return try services.signatures.flagged(limit: limit, on: db).map { try queueCase($0, among: staff, t, on: db) }
    }

    /// One that still waits.
    public func find(_ id: Int64, _ t: Translator, on db: any Reader) throws -> QueueCase? {
        guard let signature = try services.signatures.find(id, on: db), signature.flag != nil, signature.removedAt == nil else {
            return nil
        }
        return try queueCase(signature, among: PersonStore.staff(on: db), t, on: db)
    }

    /// Kept: the flag goes, and one that waited for this without a mail gets it now. Refused: it leaves the count. Asked: its mailbox gets the question, and it waits on.
    public func decide(_ id: Int64, _ decision: Decision, on db: any Writer) throws {
        switch decision.verdict {
        case .keep:
            try services.signatures.unflag(id, on: db)
            try services.letThrough(id, on: db)
        case .refuse: try services.signatures.remove(id, why: .refused, on: db)
        case .ask:
            guard let signature = try services.signatures.find(id, on: db), let mailbox = Mailbox(signature.mailbox),
                let campaign = try CampaignStore.find(signature.campaign, on: db)
            else { return }
            let t = services.catalogue.translator(for: signature.language)
            let letters = SignatureLetters(services: services, campaign: campaign, t: t)
            try services.outbox.post(letters.question(decision.note, about: signature, to: mailbox), on: db)
        }
    }

    /// Those of the staff whose mailbox a signature has, however it is written.
    private func authors(of signature: Signature, among staff: [Person]) -> Set<Int64> {
        let key = services.rules.key(for: signature.mailbox)
        return Set(staff.filter { services.rules.key(for: $0.mailbox) == key }.map(\.id))
    }

    /// What is watched for and met by a signature as it is now, with the reason that was written for it. Where it came from is kept unreadable:
    /// for that, every network that is watched for.
    private func watched(_ signature: Signature, _ t: Translator) -> String? {
        let mailbox = signature.mailbox
        let met = services.blocks.met(byMailbox: [mailbox, services.rules.key(for: mailbox)], writing: signature.texts)
        let blocks = signature.flag == .network ? services.blocks.networks() + met : met
        guard blocks.isEmpty else { return blocks.map { "\($0.value) (\($0.reason))" }.joined(separator: " · ") }
        return signature.flag?.isWatched == true ? t("campaigns.queue.unwatched") : nil
    }

    private func queueCase(_ signature: Signature, among staff: [Person], _ t: Translator, on db: any Reader) throws -> QueueCase {
        let campaign = try CampaignStore.find(signature.campaign, on: db)
        let facts: [(String, String?)] = [
            ("campaigns.queue.watched", watched(signature, t)), ("campaigns.queue.campaign", campaign?.words(for: t.language).title),
            ("campaigns.field.email", signature.mailbox),
            ("campaigns.field.country", Country(code: signature.country)?.name(in: t.language)),
            ("campaigns.field.town", signature.appearance.town), ("campaigns.field.organisation", signature.appearance.organisation),
            ("campaigns.field.sentence", signature.appearance.sentence),
            ("campaigns.queue.state", t(signature.stands ? "campaigns.queue.stands" : "campaigns.queue.waits")),
        ]
        return QueueCase(
            id: signature.id, title: signature.name, why: t("campaigns.flag.\(signature.flag?.rawValue ?? "source")"),
            facts: facts.compactMap { key, words in words.map { (t(key), $0) } }, authors: authors(of: signature, among: staff),
            since: signature.createdAt, address: campaign.map { CampaignRoutes.campaign.path(t.language, $0.slug) },
            canBeAsked: !signature.mailbox.isEmpty)
    }
}
