extension Writer {
    /// Lets many rows come in any order: references between them are checked when all are there (SQLite: at the commit), and indexes are
    /// made then, which is many times quicker than keeping them row by row.
    public func loading(_ body: () throws -> Void) throws {
        switch engine {
        case .sqlite: try loadingOnSQLite(body)
        case .postgres: try loadingOnPostgres(body)
        }
    }

    private func loadingOnSQLite(_ body: () throws -> Void) throws {
        try run("PRAGMA defer_foreign_keys = ON")
        // 32 MB, in KiB: keys that come in no order touch pages everywhere.
        try run("PRAGMA cache_size = -32768")
        let indexes = try rows("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name").map { row in
            try (name: row["name"] as String, definition: row["sql"] as String)
        }
        for index in indexes { try run("DROP INDEX \(name: index.name)") }
        try body()
        for index in indexes { try run(SQL(stringLiteral: index.definition)) }
    }

    private func loadingOnPostgres(_ body: () throws -> Void) throws {
        // Only constraints that were declared so can be deferred, and ours are not.
        let references = try rows(
            """
            SELECT c.relname AS table_name, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
            FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
            WHERE k.contype = 'f' AND c.relnamespace = \(sql: Self.schema) ORDER BY c.relname, k.conname
            """
        ).map { row in try (table: row["table_name"] as String, name: row["name"] as String, definition: row["definition"] as String) }
        for each in references { try run("ALTER TABLE \(name: each.table) DROP CONSTRAINT \(name: each.name)") }
        let indexes = try rows(
            """
            SELECT c.relname AS name, pg_get_indexdef(c.oid) AS definition
            FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
            WHERE c.relnamespace = \(sql: Self.schema) AND NOT EXISTS (SELECT 1 FROM pg_constraint AS k WHERE k.conindid = c.oid)
            ORDER BY c.relname
            """
        ).map { row in try (name: row["name"] as String, definition: row["definition"] as String) }
        for index in indexes { try run("DROP INDEX \(name: index.name)") }
        try body()
        for index in indexes { try run(SQL(stringLiteral: index.definition)) }
        for each in references {
            let definition = SQL(stringLiteral: each.definition)
            try run("ALTER TABLE \(name: each.table) ADD CONSTRAINT \(name: each.name) \(sql: definition)")
        }
    }

    /// The number by which PostgreSQL knows the schema in use.
    private static var schema: SQL { "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())" }
}
