public import struct Time.Instant

extension Database {
    /// Brings the schema up to date: runs, in the order given, the migrations that the database has not seen, each in its own transaction.
    /// Several programs may do so at once. Throws `StorageError.newerDatabase` if the database has seen one that is not among these.
    public func migrate(_ migrations: [Migration]) async throws {
        let known = migrations.map(\.id)
        precondition(Set(known).count == known.count, "two migrations have the same id")
        let seen = try await write { db in
            try db.prepareMigrating()
            return Set(try db.migrationsSeen())
        }
        let unknown = seen.subtracting(known)
        guard unknown.isEmpty else { throw StorageError.newerDatabase(unknown.sorted()) }
        for migration in migrations where !seen.contains(migration.id) {
            let now = clock.now()
            try await write { db in
                try db.prepareMigrating()
                // Another program may have made this step while we waited for the lock.
                guard try db.row("SELECT id FROM migration WHERE id = \(migration.id)") == nil else { return }
                try db.make(migration, at: now)
            }
        }
    }
}

extension Reader {
    /// The ids of the migrations that the database has seen, sorted; none if it was never migrated.
    public func migrationsSeen() throws -> [String] {
        let table = try row(
            .engine(
                sqlite: "SELECT 1 AS there FROM sqlite_schema WHERE type = 'table' AND name = 'migration'",
                postgres: """
                    SELECT 1 AS there FROM pg_class
                    WHERE relname = 'migration' AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
                    """))
        guard table != nil else { return [] }
        return try rows("SELECT id FROM migration ORDER BY id").map { try $0["id"] }
    }

    /// When the last migration was made; nil if there is none.
    public func lastMigration() throws -> Instant? {
        try value("SELECT max(applied_at) FROM migration")
    }
}

extension Writer {
    /// Runs, in the order given and within this write, the migrations that the database has not seen.
    public func migrate(_ migrations: [Migration], at now: Instant) throws {
        try prepareMigrating()
        let seen = Set(try migrationsSeen())
        for migration in migrations where !seen.contains(migration.id) { try make(migration, at: now) }
    }

    /// Makes the table of migrations, and keeps other programs from migrating the same schema until this write ends. SQLite has one writer at a time anyway.
    fileprivate func prepareMigrating() throws {
        if engine == .postgres { _ = try rows("SELECT pg_advisory_xact_lock(hashtext('socle migration ' || current_schema()))") }
        try run(
            "CREATE TABLE IF NOT EXISTS migration (id \(type: .text) PRIMARY KEY, purpose \(type: .text) NOT NULL, applied_at \(type: .integer) NOT NULL)"
        )
    }

    fileprivate func make(_ migration: Migration, at now: Instant) throws {
        try migration.apply(self)
        try run("INSERT INTO migration (id, purpose, applied_at) VALUES (\(migration.id), \(migration.purpose), \(now))")
    }
}
