extension Reader {
    /// Every table of the site in the database, those first that others point to. Tables of the engine, of its search index and of
    /// PostgreSQL extensions are not the site's.
    public func tables() throws -> [Table] {
        var names: [String] = []
        var columns: [String: [Table.Column]] = [:]
        for row in try rows(.engine(sqlite: Self.columnsOnSQLite, postgres: Self.columnsOnPostgres)) {
            let table: String = try row["table_name"]
            let column: String = try row["column_name"]
            let type: String = try row["type"]
            let isKey: Bool = try row["is_key"]
            if columns[table] == nil { names.append(table) }
            guard let known = isKey ? .key : SQLType(declared: type) else {
                throw StorageError.other(
                    "\(table).\(column) is of the type \(type), which Socle never uses: its tables need a database or schema of their own")
            }
            columns[table, default: []].append(Table.Column(name: column, type: known))
        }
        var references: [String: Set<String>] = [:]
        for row in try rows(.engine(sqlite: Self.referencesOnSQLite, postgres: Self.referencesOnPostgres)) {
            references[try row["table_name"], default: []].insert(try row["other"])
        }
        return names.map { Table(name: $0, columns: columns[$0] ?? [], references: references[$0] ?? []) }.referencedFirst()
    }

    private static var ownTablesOnSQLite: SQL {
        #"pragma_table_list AS t WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\'"#
    }

    private static var columnsOnSQLite: SQL {
        """
        SELECT o.name AS table_name, c.name AS column_name, lower(c.type) AS type,
            CASE WHEN c.pk = 1 AND s.sql LIKE '%AUTOINCREMENT%' THEN 1 ELSE 0 END AS is_key
        FROM (SELECT t.name FROM \(sql: ownTablesOnSQLite)) AS o
            JOIN sqlite_schema AS s ON s.type = 'table' AND s.name = o.name JOIN pragma_table_info(o.name) AS c
        ORDER BY o.name, c.cid
        """
    }

    private static var referencesOnSQLite: SQL {
        """
        SELECT o.name AS table_name, f."table" AS other
        FROM (SELECT t.name FROM \(sql: ownTablesOnSQLite)) AS o JOIN pragma_foreign_key_list(o.name) AS f
        """
    }

    private static var ownTablesOnPostgres: SQL {
        """
        c.relkind IN ('r', 'p') AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
            AND NOT EXISTS (SELECT 1 FROM pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'e')
        """
    }

    private static var columnsOnPostgres: SQL {
        """
        SELECT c.relname AS table_name, a.attname AS column_name, format_type(a.atttypid, NULL) AS type,
            CASE WHEN a.attidentity <> '' THEN 1 ELSE 0 END AS is_key
        FROM pg_class AS c
            JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        WHERE \(sql: ownTablesOnPostgres)
        ORDER BY c.relname, a.attnum
        """
    }

    private static var referencesOnPostgres: SQL {
        """
        SELECT c.relname AS table_name, o.relname AS other
        FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_class AS o ON o.oid = k.confrelid
        WHERE k.contype = 'f' AND \(sql: ownTablesOnPostgres)
        """
    }
}

extension SQLType {
    /// The type that an engine describes with this word; nil if it is none of ours.
    fileprivate init?(declared word: String) {
        switch word {
        case "integer", "bigint": self = .integer
        case "real", "double precision": self = .real
        case "text": self = .text
        case "blob", "bytea": self = .bytes
        default: return nil
        }
    }
}
