public import Storage

/// The table of endorsements.
public enum EndorsementSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "campaigns-101", "Organisations that endorse campaigns, with who signed, when it was decided, and what became of it",
            [
                """
                CREATE TABLE endorsement (
                    id \(type: .key),
                    campaign \(type: .integer) NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    signatory \(type: .text) NOT NULL,
                    function \(type: .text) NOT NULL,
                    decided_on \(type: .text) NOT NULL,
                    person \(type: .integer) REFERENCES person (id) ON DELETE SET NULL,
                    asked_at \(type: .integer) NOT NULL,
                    confirmed_at \(type: .integer),
                    ended_at \(type: .integer),
                    ended_why \(type: .text)
                )
                """,
                "CREATE UNIQUE INDEX endorsement_once ON endorsement (campaign, organisation) WHERE ended_at IS NULL",
                "CREATE INDEX endorsement_of ON endorsement (organisation)",
                "CREATE INDEX endorsement_person ON endorsement (person)",
                "CREATE INDEX endorsement_waiting ON endorsement (id) WHERE confirmed_at IS NULL AND ended_at IS NULL",
            ]),
        Migration(
            "campaigns-102", "The letter in which an organisation says that it endorses",
            ["ALTER TABLE endorsement ADD COLUMN letter \(type: .integer) REFERENCES file (id)"]),
    ]
}
