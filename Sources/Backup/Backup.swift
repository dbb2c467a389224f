public import Storage
public import Time

/// Writes everything that a database holds into one file that either engine can take, while others read and write it.
public struct Backup: Sendable {
    private let database: Database
    private let clock: Clock

    /// What was written.
    public struct Summary: Sendable, Hashable {
        /// How many tables.
        public let tables: Int
        /// How many rows in all tables together.
        public let rows: Int
        /// The length of the file.
        public let bytes: Int
        /// When the backup was begun.
        public let moment: Instant
    }

    /// A backup of this database.
    public init(of database: Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    /// Writes the backup, all of it as it was at one moment; no writer waits for it. The file appears when it is complete.
    /// - Parameter secret: what sealed mail and mailed links cannot be read without.
    /// - Throws: `BackupError`, `FileFailure`, `StorageError`.
    public func write(to destination: Destination, secret: [UInt8]?) async throws -> Summary {
        let moment = clock.now()
        let outlet = Outlet(destination)
        return try await database.read { db in
            try db.takeAsLongAsNeeded()
            let migrations = try db.migrationsSeen()
            guard !migrations.isEmpty else { throw BackupError.nothingThere }
            let manifest = Manifest(at: moment, engine: db.engine, migrations: migrations)
            return try Self.write(manifest, secret: secret, to: outlet, from: db)
        }
    }

    private static func write(
        _ manifest: Manifest, secret: [UInt8]?, to outlet: Outlet, from db: any Reader
    ) throws -> Summary {
        let file = try outlet.open()
        let records = try RecordWriter(file)
        try records.write(manifest)
        if let secret { records.write(secret: secret) }
        let tables = try db.tables()
        var rows = 0
        for table in tables {
            records.begin(table, lastKey: try db.lastKey(of: table))
            var count = 0
            try db.each(table.everyRow) { row in
                try records.write(row.sqlValues)
                count += 1
            }
            try records.endTable(rows: count)
            rows += count
        }
        try records.finish()
        try file.finish()
        return Summary(tables: tables.count, rows: rows, bytes: file.count, moment: manifest.moment)
    }
}
