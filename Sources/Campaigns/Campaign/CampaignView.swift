internal import Organisations
public import Storage
public import Text

/// A campaign with the number of people who signed it.
struct CountedCampaign: Sendable {
    let campaign: Campaign
    let tally: Tally
    /// Whether it is a draft that an organisation proposed and nobody has decided on.
    var isProposed = false
}

/// Everything the page of a campaign shows, read in one snapshot.
public struct CampaignView: Sendable {
    /// The campaign.
    public let campaign: Campaign
    /// Its words for this reader.
    public let words: Campaign.Words
    /// How many people signed.
    public let tally: Tally
    /// Who signed last and chose to be shown.
    public let recent: [ShownSignature]
    /// Who endorses it, beside the people.
    public let endorsements: EndorsementView
    /// How it came here.
    public let history: [Milestone]
    /// How many things can be downloaded.
    let materials: Int
    /// What a common campaign became in the countries.
    let national: [CountedCampaign]
    /// The common campaign, where this is a national one.
    let common: Campaign?
    /// The organisation that leads a national one, if everybody may see it.
    let leader: DirectoryEntry?

    /// The topics that move when something on its page does.
    var topics: Set<String> {
        Set(["site", "organisations", campaign.topic] + national.map(\.campaign.topic) + [common?.topic].compactMap { $0 })
    }

    /// How many recent signers are shown.
    static let recentLimit = 8

    /// Reads what the page of a campaign shows to a reader of that language.
    public static func read(_ campaign: Campaign, for language: Language, signatures: SignatureStore, on db: any Reader) throws
        -> CampaignView
    {
        CampaignView(
            campaign: campaign, words: campaign.words(for: language), tally: try TallyStore.tally(of: campaign.id, on: db),
            recent: try signatures.recentlyShown(of: campaign.id, limit: recentLimit, on: db),
            endorsements: try EndorsementView.read(campaign.id, for: language, on: db),
            history: try CampaignStore.milestones(of: campaign, for: language, on: db),
            materials: try MaterialStore.count(of: campaign.id, on: db), national: try national(of: campaign, on: db),
            common: try campaign.national.flatMap { try CampaignStore.find($0.common, on: db) },
            leader: try campaign.national?.organisation.flatMap { try OrganisationStore.entries(of: [$0], for: language, on: db).first })
    }

    private static func national(of campaign: Campaign, on db: any Reader) throws -> [CountedCampaign] {
        guard campaign.national == nil else { return [] }
        return try CampaignStore.national(of: campaign.id, on: db).map {
            CountedCampaign(campaign: $0, tally: try TallyStore.tally(of: $0.id, on: db))
        }
    }
}
