public import Storage

/// The table of proposed national campaigns.
public enum ProposalSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "campaigns-301", "National campaigns that organisations propose",
            [
                """
                CREATE TABLE campaign_proposal (
                    campaign \(type: .integer) PRIMARY KEY REFERENCES campaign (id) ON DELETE CASCADE,
                    person \(type: .integer) REFERENCES person (id) ON DELETE SET NULL,
                    asked_at \(type: .integer) NOT NULL,
                    accepted_at \(type: .integer)
                )
                """,
                "CREATE INDEX campaign_proposal_person ON campaign_proposal (person)",
            ])
    ]
}
