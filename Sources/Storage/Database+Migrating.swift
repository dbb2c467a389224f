internal import Time

extension Database {
    /// Brings the schema up to date: runs, in the order given, the migrations that the database has not seen, each in its own transaction.
    /// Several programs may do so at once. Throws `StorageError.newerDatabase` if the database has seen one that is not among these.
    public func migrate(_ migrations: [Migration]) async throws {
        let known = migrations.map(\.id)
        precondition(Set(known).count == known.count, "two migrations have the same id")
        let seen = try await write { db in
            try db.lockSchema()
            try db.run(
                "CREATE TABLE IF NOT EXISTS migration (id \(type: .text) PRIMARY KEY, purpose \(type: .text) NOT NULL, applied_at \(type: .integer) NOT NULL)"
            )
            return Set(try db.rows("SELECT id FROM migration").map { try $0["id"] as String })
        }
        let unknown = seen.subtracting(known)
        guard unknown.isEmpty else { throw StorageError.newerDatabase(unknown.sorted()) }
        for migration in migrations where !seen.contains(migration.id) {
            let now = clock.now()
            try await write { db in
                try db.lockSchema()
                // Another program may have made this step while we waited for the lock.
                guard try db.row("SELECT id FROM migration WHERE id = \(migration.id)") == nil else { return }
                try migration.apply(db)
                try db.run(
                    "INSERT INTO migration (id, purpose, applied_at) VALUES (\(migration.id), \(migration.purpose), \(now))")
            }
        }
    }
}

extension Writer {
    /// Keeps other programs from migrating the same schema until this write ends. SQLite has one writer at a time anyway.
    fileprivate func lockSchema() throws {
        if engine == .postgres { _ = try rows("SELECT pg_advisory_xact_lock(hashtext('socle migration ' || current_schema()))") }
    }
}
