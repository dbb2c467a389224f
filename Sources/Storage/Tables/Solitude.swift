internal import GRDB

// A restore must not change a database under a site that serves from it. On PostgreSQL, whoever serves holds a lock that others may share;
// on SQLite, whoever has the file open does.

extension Location {
    /// Throws `StorageError.inUse` while a program has this SQLite file open. For PostgreSQL see `Writer.requireSolitude`.
    public func requireSolitude() throws(StorageError) {
        guard case .sqlite(let path) = self else { return }
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        do {
            let file = try DatabaseQueue(path: path, configuration: configuration)
            // SQLite leaves the mode of several readers beside one writer only for whoever is alone; opening the database brings it back.
            let mode = try file.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
            try file.close()
            if mode == "wal" { throw StorageError.inUse }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED {
            throw .inUse
        } catch {
            throw StorageError(wrapping: error)
        }
    }
}

extension Writer {
    /// Throws `StorageError.inUse` while a program serves from this PostgreSQL database, and keeps others from beginning until this write
    /// ends. For SQLite see `Location.requireSolitude`.
    public func requireSolitude() throws {
        guard engine == .postgres else { return }
        let isAlone: Bool? = try value("SELECT pg_try_advisory_xact_lock(\(sql: PostgresPresence.key))")
        guard isAlone == true else { throw StorageError.inUse }
    }
}

/// The lock that programs share which serve from the same schema.
enum PostgresPresence {
    static let key: SQL = "hashtext('socle serves ' || current_schema())"

    /// What a connection must run to hold it for as long as it lives.
    static let holding = "DO $$ BEGIN PERFORM pg_advisory_lock_shared(hashtext('socle serves ' || current_schema())); END $$"
}
