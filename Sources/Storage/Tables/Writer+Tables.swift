extension Writer {
    /// Removes tables with everything in them.
    public func drop(_ tables: [Table]) throws {
        // Those that point to others go first.
        for table in tables.reversed() { try run("DROP TABLE \(name: table.name)\(sql: .engine(sqlite: "", postgres: " CASCADE"))") }
    }

    /// Removes every row of tables.
    public func empty(_ tables: [Table]) throws {
        for table in tables.reversed() { try run("DELETE FROM \(name: table.name)") }
    }

    /// Lets rows come in any order: references between them are checked when `body` is done (SQLite: at the commit).
    public func checkingReferencesLater(_ body: () throws -> Void) throws {
        switch engine {
        case .sqlite:
            try run("PRAGMA defer_foreign_keys = ON")
            try body()
        case .postgres:
            // Only constraints that were declared so can be deferred; ours are not, and checking them all at once is quicker anyway.
            let constraints = try rows(
                """
                SELECT c.relname AS table_name, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
                FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
                WHERE k.contype = 'f' AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
                ORDER BY c.relname, k.conname
                """
            ).map { row in try (table: row["table_name"] as String, name: row["name"] as String, definition: row["definition"] as String) }
            for each in constraints { try run("ALTER TABLE \(name: each.table) DROP CONSTRAINT \(name: each.name)") }
            try body()
            for each in constraints {
                let definition = SQL(stringLiteral: each.definition)
                try run("ALTER TABLE \(name: each.table) ADD CONSTRAINT \(name: each.name) \(sql: definition)")
            }
        }
    }
}

extension Reader {
    /// Keeps a PostgreSQL server from ending this transaction because it takes long, whatever its administrator has set for others.
    public func takeAsLongAsNeeded() throws {
        guard engine == .postgres else { return }
        _ = try rows(
            """
            SELECT set_config(name, '0', true) FROM pg_settings
            WHERE name IN ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')
            """)
    }
}
