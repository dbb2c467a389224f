public import Storage

/// The table of backups made.
public enum BackupSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "backup-001", "When backups were made, so that somebody notices when none was",
            [
                """
                CREATE TABLE backup (
                    id \(type: .key),
                    made_at \(type: .integer) NOT NULL,
                    row_count \(type: .integer) NOT NULL,
                    byte_count \(type: .integer) NOT NULL
                )
                """
            ])
    ]
}
