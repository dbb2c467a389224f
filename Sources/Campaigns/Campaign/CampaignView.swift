public import Storage
public import Text

/// A campaign with the number of people who signed it.
struct CountedCampaign: Sendable {
    let campaign: Campaign
    let tally: Tally
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
            history: try CampaignStore.milestones(of: campaign, for: language, on: db))
    }
}
