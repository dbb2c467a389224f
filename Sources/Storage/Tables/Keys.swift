extension Reader {
    /// The highest number that the engine has given out as key of a table, also if its row is gone; nil if there was none, or if the
    /// table has no such key.
    public func lastKey(of table: Table) throws -> Int64? {
        guard let key = table.key else { return nil }
        let highest: Int64? = try value("SELECT max(\(name: key.name)) FROM \(name: table.name)")
        let given: Int64? = try value(
            .engine(
                sqlite: "SELECT seq FROM sqlite_sequence WHERE name = \(table.name)",
                postgres: """
                    SELECT s.last_value FROM pg_sequences AS s
                    WHERE s.schemaname = current_schema() AND s.sequencename = \(sql: Self.sequence(of: table, key))
                    """))
        return [highest, given].compactMap { $0 }.max()
    }

    /// The name of the sequence behind an identity column, without its schema.
    private static func sequence(of table: Table, _ key: Table.Column) -> SQL {
        """
        (SELECT c.relname FROM pg_class AS c WHERE c.oid = pg_get_serial_sequence(quote_ident(\(table.name)), \(key.name))::regclass)
        """
    }
}

extension Writer {
    /// Makes the engine go on with the number behind this one when it next gives out a key.
    public func setLastKey(_ last: Int64, of table: Table) throws {
        guard let key = table.key else { return }
        switch engine {
        case .sqlite:
            try run("DELETE FROM sqlite_sequence WHERE name = \(table.name)")
            try run("INSERT INTO sqlite_sequence (name, seq) VALUES (\(table.name), \(last))")
        case .postgres:
            _ = try rows("SELECT setval(pg_get_serial_sequence(quote_ident(\(table.name)), \(key.name)), \(last))")
        }
    }
}
