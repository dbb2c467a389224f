public import HTML
public import Storage
public import Text
public import Time
public import Translations
internal import Web

/// The words of campaigns as texts that are translated.
public struct CampaignTexts: TextSource {
    /// The words of every campaign.
    public init() {}

    /// What the log and addresses call them.
    public let kind = "campaign"
    /// The heading above them.
    public let title = "campaigns.desk.title"
    /// What the words of a campaign consist of.
    public let fields = [
        TextField("title", limit: CampaignForm.longestTitle), TextField("summary", limit: CampaignForm.longestSummary, rows: 4),
        TextField("demand", limit: CampaignForm.longestDemand, rows: 6), TextField("body", limit: CampaignForm.longestBody, rows: 18),
    ]

    /// Every campaign, drafts too: these are translated before they are opened. What an organisation proposed waits for a decision first.
    public func texts(on db: any Reader) throws -> [PublishedText] {
        try CampaignStore.draftsAndPublished(on: db).filter { try !Self.isProposed($0, on: db) }.map(Self.text)
    }

    /// The campaign at that address.
    public func find(_ slug: String, on db: any Reader) throws -> PublishedText? {
        guard let campaign = try CampaignStore.draftOrPublished(slug, on: db), try !Self.isProposed(campaign, on: db) else { return nil }
        return Self.text(campaign)
    }

    private static func isProposed(_ campaign: Campaign, on db: any Reader) throws -> Bool {
        try campaign.isDraft && ProposalStore.waiting(campaign.id, on: db) != nil
    }

    /// Its page.
    public func address(of slug: String, _ language: Language) -> URLPath {
        CampaignRoutes.campaign.path(language, slug)
    }

    /// Where its words are written.
    public func editor(of slug: String, in language: Language, reader: Language) -> URLPath {
        CampaignDeskRoutes.words.path(reader, slug, language)
    }

    /// Puts the words in the place of those that were there.
    public func publish(_ version: PublishedText.Version, of slug: String, in language: Language, at now: Instant, on db: any Writer) throws
    {
        guard let campaign = try CampaignStore.draftOrPublished(slug, on: db) else { return }
        let words = version.words
        try CampaignStore.set(
            Campaign.Words(
                language: language, title: words["title"], summary: words["summary"], demand: words["demand"], body: words["body"],
                isMachine: version.isMachine), of: campaign.id, on: db)
    }

    /// The words of one language, by field.
    static func words(_ words: Campaign.Words) -> TextWords {
        TextWords(["title": words.title, "summary": words.summary, "demand": words.demand, "body": words.body])
    }

    /// A campaign as it is published.
    static func text(_ campaign: Campaign) -> PublishedText {
        let versions = campaign.words.map { words -> (Language, PublishedText.Version) in
            (words.language, .init(words: Self.words(words), isMachine: words.isMachine))
        }
        return PublishedText(
            key: TextKey(kind: "campaign", slug: campaign.slug), versions: Dictionary(versions, uniquingKeysWith: { first, _ in first }))
    }
}
