public import Storage

/// The table of kits.
public enum KitSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "campaigns-201", "What a campaign offers to download",
            [
                """
                CREATE TABLE campaign_material (
                    id \(type: .key),
                    campaign \(type: .integer) NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
                    title \(type: .text) NOT NULL,
                    language \(type: .text) NOT NULL,
                    file \(type: .integer) NOT NULL REFERENCES file (id)
                )
                """,
                "CREATE INDEX campaign_material_of ON campaign_material (campaign)",
            ])
    ]
}
