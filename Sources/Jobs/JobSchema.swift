public import Storage

/// The tables of the room Jobs.
public enum JobSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "jobs-001", "Work that is done after the write that caused it",
            [
                """
                CREATE TABLE job (
                    id \(type: .key),
                    kind \(type: .text) NOT NULL,
                    payload \(type: .text) NOT NULL,
                    unique_key \(type: .text) UNIQUE,
                    run_at \(type: .integer) NOT NULL,
                    leased_until \(type: .integer),
                    attempts \(type: .integer) NOT NULL,
                    last_error \(type: .text),
                    dead_at \(type: .integer)
                )
                """,
                "CREATE INDEX job_due ON job (run_at) WHERE dead_at IS NULL",
            ])
    ]
}
