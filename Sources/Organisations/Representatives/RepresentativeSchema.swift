public import Storage

/// The tables of those who may act for organisations.
public enum RepresentativeSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "organisations-004",
            "Who may act for an organisation, what its contacts may decide by link, and leaderships that contest each other",
            [
                """
                CREATE TABLE representative (
                    id \(type: .key),
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    person \(type: .integer) NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                    function \(type: .text) NOT NULL,
                    asked_at \(type: .integer) NOT NULL,
                    confirmed_at \(type: .integer),
                    expires_at \(type: .integer),
                    noticed_at \(type: .integer),
                    ended_at \(type: .integer),
                    ended_why \(type: .text)
                )
                """,
                "ALTER TABLE contact ADD COLUMN added_by \(type: .integer) REFERENCES person (id) ON DELETE SET NULL",
                "CREATE INDEX contact_added_by ON contact (added_by)",
                "CREATE UNIQUE INDEX representative_once ON representative (organisation, person) WHERE ended_at IS NULL",
                "CREATE INDEX representative_of ON representative (person)",
                "CREATE INDEX representative_end ON representative (expires_at) WHERE ended_at IS NULL AND expires_at IS NOT NULL",
                "CREATE INDEX representative_waiting ON representative (id) WHERE confirmed_at IS NULL AND ended_at IS NULL",
                """
                CREATE TABLE contact_key (
                    hash \(type: .bytes) PRIMARY KEY,
                    contact \(type: .integer) NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
                    kind \(type: .text) NOT NULL,
                    subject \(type: .integer) NOT NULL,
                    expires_at \(type: .integer) NOT NULL
                )
                """,
                "CREATE INDEX contact_key_of ON contact_key (contact)",
                "CREATE INDEX contact_key_expiry ON contact_key (expires_at)",
                """
                CREATE TABLE contest (
                    organisation \(type: .integer) PRIMARY KEY REFERENCES organisation (id) ON DELETE CASCADE,
                    note \(type: .text) NOT NULL,
                    since \(type: .integer) NOT NULL
                )
                """,
            ])
    ]
}
