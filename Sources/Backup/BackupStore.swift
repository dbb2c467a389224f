public import Storage
public import Time

/// All SQL about backups made.
public enum BackupStore {
    /// How many are remembered.
    private static let kept = 100

    /// Remembers that a backup was made, and forgets the oldest. A database that has not seen the table yet is left as it is.
    public static func record(_ backup: Backup.Summary, on db: any Writer) throws {
        guard try db.migrationsSeen().contains("backup-001") else { return }
        try db.run(
            "INSERT INTO backup (made_at, row_count, byte_count) VALUES (\(backup.moment), \(backup.rows), \(backup.bytes))")
        try db.run("DELETE FROM backup WHERE id <= (SELECT max(id) FROM backup) - \(kept)")
    }

    /// When the last backup was begun that was finished; nil if there was none.
    public static func last(on db: any Reader) throws -> Instant? {
        try db.value("SELECT max(made_at) FROM backup")
    }
}
