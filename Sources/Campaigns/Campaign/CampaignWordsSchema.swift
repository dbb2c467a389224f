public import Storage

/// What was added to the words of campaigns.
public enum CampaignWordsSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "campaigns-401", "Words of campaigns that a machine translated",
            ["ALTER TABLE campaign_text ADD COLUMN by_machine \(type: .integer) NOT NULL DEFAULT 0"])
    ]
}
