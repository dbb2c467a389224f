public import Storage

/// The table of what is watched for.
public enum BlockSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "moderation-001", "Mailboxes, domains, networks and words that are watched for",
            [
                """
                CREATE TABLE block (
                    id \(type: .key),
                    kind \(type: .text) NOT NULL,
                    value \(type: .text) NOT NULL,
                    reason \(type: .text) NOT NULL,
                    person \(type: .integer) REFERENCES person (id) ON DELETE SET NULL,
                    made_at \(type: .integer) NOT NULL,
                    ends_at \(type: .integer),
                    UNIQUE (kind, value)
                )
                """
            ])
    ]
}
