public import Storage

/// The table of the room Mail.
public enum MailSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "mail-001", "Messages that wait to be sent, and what became of them",
            [
                """
                CREATE TABLE mail (
                    id \(type: .key),
                    recipient \(type: .text) NOT NULL,
                    language \(type: .text) NOT NULL,
                    subject \(type: .text) NOT NULL,
                    body \(type: .bytes),
                    bulk \(type: .integer) NOT NULL,
                    origin_kind \(type: .text) NOT NULL,
                    origin_id \(type: .integer) NOT NULL,
                    state \(type: .text) NOT NULL,
                    attempts \(type: .integer) NOT NULL,
                    due_at \(type: .integer) NOT NULL,
                    created_at \(type: .integer) NOT NULL,
                    sent_at \(type: .integer),
                    last_error \(type: .text)
                )
                """,
                "CREATE INDEX mail_due ON mail (bulk, due_at) WHERE state = 'queued'",
                "CREATE INDEX mail_recipient ON mail (recipient)",
            ]),
        Migration(
            "mail-002", "Messages that were given up are few among many, and asked for on every visit of the desk",
            ["CREATE INDEX mail_failed ON mail (created_at) WHERE state = 'failed'"]),
    ]
}
