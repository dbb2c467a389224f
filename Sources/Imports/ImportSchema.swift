public import Storage

/// The tables of lists that were brought in.
public enum ImportSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "imports-001", "Lists brought in from spreadsheets, with what became of each line",
            [
                """
                CREATE TABLE import (
                    id \(type: .key),
                    kind \(type: .text) NOT NULL,
                    subject \(type: .integer),
                    language \(type: .text) NOT NULL,
                    file_name \(type: .text) NOT NULL,
                    digest \(type: .text) NOT NULL,
                    header \(type: .text) NOT NULL,
                    columns \(type: .text) NOT NULL,
                    state \(type: .text) NOT NULL,
                    progress \(type: .integer) NOT NULL,
                    goal \(type: .integer) NOT NULL,
                    person \(type: .integer) REFERENCES person (id) ON DELETE SET NULL,
                    created_at \(type: .integer) NOT NULL,
                    moved_at \(type: .integer) NOT NULL,
                    forgotten_at \(type: .integer)
                )
                """,
                "CREATE INDEX import_person ON import (person)",
                "CREATE INDEX import_digest ON import (digest)",
                """
                CREATE TABLE import_line (
                    import \(type: .integer) NOT NULL REFERENCES import (id) ON DELETE CASCADE,
                    number \(type: .integer) NOT NULL,
                    cells \(type: .text),
                    mailbox \(type: .text),
                    outcome \(type: .text),
                    reasons \(type: .text),
                    fills \(type: .text) NOT NULL,
                    stays \(type: .text) NOT NULL,
                    matched \(type: .integer),
                    twin \(type: .integer),
                    question \(type: .text),
                    choice \(type: .text),
                    made \(type: .integer),
                    mark \(type: .text) NOT NULL,
                    carried_at \(type: .integer),
                    undoing \(type: .text),
                    PRIMARY KEY (import, number)
                )
                """,
                "CREATE INDEX import_line_outcome ON import_line (import, outcome)",
                "CREATE INDEX import_line_mailbox ON import_line (mailbox) WHERE mailbox IS NOT NULL",
                "CREATE INDEX import_line_question ON import_line (question) WHERE choice IS NOT NULL",
            ])
    ]
}
