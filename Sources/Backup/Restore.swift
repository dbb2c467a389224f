public import Storage
public import Time

/// Brings a backup into a database of either engine: wholly, or not at all.
public struct Restore: Sendable {
    private let backup: BackupFile
    private let listed: [Migration]
    private let migrations: [Migration]
    private let clock: Clock

    /// What was brought in.
    public struct Summary: Sendable, Hashable {
        /// How many tables of the backup were filled.
        public let tables: Int
        /// How many rows in all of them together.
        public let rows: Int
        /// How many migrations the backup had not seen, and were made after it was brought in.
        public let newMigrations: Int
        /// Tables of the backup that are not Socle's, and were left out.
        public let leftOut: [String]
    }

    /// A restore by a program that knows these migrations. Throws `StorageError.newerDatabase` if the backup has seen another.
    public init(of backup: BackupFile, migrations: [Migration], clock: Clock) throws {
        let unknown = Set(backup.manifest.migrations).subtracting(migrations.map(\.id))
        guard unknown.isEmpty else { throw StorageError.newerDatabase(unknown.sorted()) }
        self.backup = backup
        self.migrations = migrations
        self.clock = clock
        let seen = Set(backup.manifest.migrations)
        listed = migrations.filter { seen.contains($0.id) }
    }

    /// Fills a database in one transaction: makes the schema that the backup was written with, loads the rows, and then brings the schema up
    /// to date. A program that is ended half-way leaves the database as it was.
    /// - Parameter isReplacing: a site that is there is removed in the same transaction; otherwise the database must be empty.
    /// - Throws: `BackupError`, `StorageError`.
    public func run(into database: Database, isReplacing: Bool) async throws -> Summary {
        try await database.write { db in
            try db.requireSolitude()
            try db.takeAsLongAsNeeded()
            try Self.clear(db, isReplacing: isReplacing)
            let now = clock.now()
            try db.migrate(listed, at: now)
            let tables = try db.tables()
            // Some migrations put rows down; the backup has them as they became.
            try db.empty(tables)
            var load = Load(into: tables)
            try db.loading { try load.run(backup.records(), on: db) }
            try db.migrate(migrations, at: now)
            return Summary(
                tables: load.filled.count, rows: load.rows, newMigrations: migrations.count - listed.count, leftOut: load.leftOut)
        }
    }

    private static func clear(_ db: any Writer, isReplacing: Bool) throws {
        let present = try db.tables()
        let isNew = try db.migrationsSeen().isEmpty
        // A start that was cut off before its first migration leaves its list of them, with nothing in it.
        if isNew, present.map(\.name) == ["migration"] { return }
        guard !present.isEmpty else { return }
        guard isReplacing else { throw BackupError.notEmpty(tables: present.count) }
        guard !isNew else { throw BackupError.notOurs }
        try db.drop(present)
    }
}
