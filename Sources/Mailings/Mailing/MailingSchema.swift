public import Storage

/// The tables of mailings, of those who were written to, and of those who do not want to be.
public enum MailingSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "mailings-001", "Texts to many people: whom for, in which words, who was written to, who wants no more of it",
            [
                """
                CREATE TABLE mailing (
                    id \(type: .key),
                    created_at \(type: .integer) NOT NULL,
                    created_by \(type: .integer) REFERENCES person (id) ON DELETE SET NULL,
                    role \(type: .text),
                    category \(type: .text),
                    region \(type: .text),
                    country \(type: .text),
                    network \(type: .text),
                    campaign \(type: .text),
                    language \(type: .text),
                    public \(type: .integer) NOT NULL,
                    approved_at \(type: .integer),
                    approved_by \(type: .integer) REFERENCES person (id) ON DELETE SET NULL,
                    gathered_at \(type: .integer),
                    paused_at \(type: .integer),
                    cancelled_at \(type: .integer),
                    ended_at \(type: .integer)
                )
                """,
                "CREATE INDEX mailing_created_by ON mailing (created_by)",
                "CREATE INDEX mailing_approved_by ON mailing (approved_by)",
                """
                CREATE INDEX mailing_under_way ON mailing (id)
                WHERE approved_at IS NOT NULL AND paused_at IS NULL AND cancelled_at IS NULL AND ended_at IS NULL
                """,
                """
                CREATE TABLE mailing_source (
                    mailing \(type: .integer) NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
                    source \(type: .text) NOT NULL,
                    PRIMARY KEY (mailing, source)
                )
                """,
                """
                CREATE TABLE mailing_words (
                    id \(type: .key),
                    mailing \(type: .integer) NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
                    language \(type: .text) NOT NULL,
                    subject \(type: .text) NOT NULL,
                    body \(type: .text) NOT NULL,
                    changed_at \(type: .integer) NOT NULL,
                    UNIQUE (mailing, language)
                )
                """,
                // No foreign key: a hundred thousand rows are put down at once, and only drafts, which have none, are ever removed.
                """
                CREATE TABLE mailing_recipient (
                    id \(type: .key),
                    mailing \(type: .integer) NOT NULL,
                    source \(type: .text) NOT NULL,
                    mailbox \(type: .text) NOT NULL,
                    mailbox_key \(type: .text) NOT NULL,
                    name \(type: .text),
                    language \(type: .text) NOT NULL,
                    state \(type: .text) NOT NULL,
                    queued_at \(type: .integer) NOT NULL,
                    handed_at \(type: .integer)
                )
                """,
                // A mailbox is written to once by a mailing; the same index finds what it was sent this week.
                "CREATE UNIQUE INDEX mailing_recipient_once ON mailing_recipient (mailbox_key, mailing)",
                "CREATE INDEX mailing_recipient_state ON mailing_recipient (mailing, state, id)",
                "CREATE INDEX mailing_recipient_handed ON mailing_recipient (handed_at) WHERE handed_at IS NOT NULL",
                """
                CREATE TABLE mailing_suppression (
                    mailbox_key \(type: .text) NOT NULL,
                    source \(type: .text) NOT NULL,
                    why \(type: .text) NOT NULL,
                    mailing \(type: .integer),
                    suppressed_at \(type: .integer) NOT NULL,
                    PRIMARY KEY (mailbox_key, source)
                )
                """,
                "CREATE INDEX mailing_suppression_of ON mailing_suppression (mailing)",
                """
                CREATE TABLE mailing_limit (
                    name \(type: .text) PRIMARY KEY,
                    number \(type: .integer) NOT NULL
                )
                """,
            ])
    ]
}
