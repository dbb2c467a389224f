public import Storage

/// The tables of the consent ledger.
public enum ConsentSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "people-001", "Consents with the words that were shown, in every language and version",
            [
                """
                CREATE TABLE consent_notice (
                    version \(type: .text) NOT NULL,
                    purpose \(type: .text) NOT NULL,
                    language \(type: .text) NOT NULL,
                    words \(type: .text) NOT NULL,
                    first_shown_at \(type: .integer) NOT NULL,
                    PRIMARY KEY (version, purpose)
                )
                """,
                """
                CREATE TABLE consent (
                    id \(type: .key),
                    holder_kind \(type: .text) NOT NULL,
                    holder \(type: .integer) NOT NULL,
                    purpose \(type: .text) NOT NULL,
                    notice \(type: .text) NOT NULL,
                    given_at \(type: .integer) NOT NULL,
                    withdrawn_at \(type: .integer)
                )
                """,
                "CREATE INDEX consent_holder ON consent (holder, holder_kind)",
            ])
    ]
}
