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
