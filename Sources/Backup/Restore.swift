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
            try db.checkingReferencesLater { try load.run(backup.records(), on: db) }
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

/// The records of a backup on their way into empty tables.
private struct Load {
    private(set) var filled: Set<String> = []
    private(set) var rows = 0
    private(set) var leftOut: [String] = []
    private let tables: [String: Table]

    init(into tables: [Table]) {
        self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    }

    mutating func run(_ records: RecordReader, on db: any Writer) throws {
        try records.expect(.manifest)
        _ = try records.manifest()
        var count = 0
        loop: while true {
            switch try records.record() {
            case .secret: _ = try records.raw()
            case .table:
                count += 1
                try fill(records, on: db)
            case .end:
                guard try records.number() == count else { throw BackupError.damaged }
                break loop
            case .manifest, .row, .endOfTable: throw BackupError.damaged
            }
        }
        if let missing = Set(tables.keys).subtracting(filled).min() { throw BackupError.doesNotFit(table: missing) }
    }

    private mutating func fill(_ records: RecordReader, on db: any Writer) throws {
        let (name, columns, lastKey) = try records.table()
        guard let own = tables[name] else {
            leftOut.append(name)
            while try Self.row(of: columns.count, records) != nil {}
            return
        }
        // The same migrations make the same columns; in another order only if a hand has been at work.
        guard let table = own.with(columns), filled.insert(name).inserted else { throw BackupError.doesNotFit(table: name) }
        rows += try db.fill(table) { try Self.row(of: columns.count, records) }
        if let lastKey { try db.setLastKey(lastKey, of: table) }
    }

    /// The next row of the table, or nil at its end.
    private static func row(of width: Int, _ records: RecordReader) throws -> [SQLValue]? {
        switch try records.record() {
        case .row: return try records.row(width)
        case .endOfTable:
            _ = try records.number()
            return nil
        default: throw BackupError.damaged
        }
    }
}
