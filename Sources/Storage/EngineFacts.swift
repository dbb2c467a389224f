public import struct Time.Instant

/// What an engine says about itself, for whoever looks after it.
public struct EngineFacts: Sendable, Hashable {
    /// Its name and version.
    public let version: String
    /// What is wrong with it, in words for an administrator; empty when all is well.
    public let faults: [String]
    /// What could be better.
    public let doubts: [String]
    /// What time a server believes it is.
    public let clock: Instant?
}

extension Writer {
    /// Whether commits wait for the disk.
    public func isDurable() throws -> Bool {
        switch engine {
        case .sqlite: try value("PRAGMA synchronous", as: Int.self) == 2
        case .postgres: try value("SELECT current_setting('synchronous_commit') <> 'off'", as: Bool.self) == true
        }
    }
}

extension Reader {
    /// Asks the engine how it is. On SQLite that reads the whole file once; nobody who writes waits for it.
    public func engineFacts() throws -> EngineFacts {
        switch engine {
        case .sqlite: try factsOfSQLite()
        case .postgres: try factsOfPostgres()
        }
    }

    private func factsOfSQLite() throws -> EngineFacts {
        let version: String = try value("SELECT sqlite_version()") ?? ""
        var faults: [String] = []
        let complaints = try rows("PRAGMA quick_check(3)").map { row in try row.decode(String.self, at: 0) }
        if complaints != ["ok"] { faults.append("the file is damaged: \(complaints.joined(separator: "; "))") }
        if try value("PRAGMA journal_mode", as: String.self) != "wal" { faults.append("it is not in the mode with a write-ahead log") }
        return EngineFacts(version: "SQLite \(version)", faults: faults, doubts: [], clock: nil)
    }

    private func factsOfPostgres() throws -> EngineFacts {
        let settings = try rows(
            """
            SELECT name, setting FROM pg_settings WHERE name IN ('server_version', 'server_version_num', 'server_encoding', 'max_connections',
                'fsync', 'full_page_writes')
            """)
        var values: [String: String] = [:]
        for row in settings { values[try row["name"]] = try row["setting"] as String }
        var faults: [String] = []
        var doubts: [String] = []
        if values["server_encoding"] != "UTF8" {
            faults.append(
                "its encoding is \(values["server_encoding"] ?? "unknown"), not UTF8: create the database anew with --encoding UTF8")
        }
        if values["fsync"] == "off" || values["full_page_writes"] == "off" {
            faults.append("a power cut can destroy it (fsync, full_page_writes)")
        }
        if (values["server_version_num"].flatMap { Int($0) } ?? 0) < 140_000 { doubts.append("versions before 14 are not tried") }
        // One node keeps eight: four that read, three that write, one that listens; the server reserves three.
        let connections = values["max_connections"].flatMap { Int($0) } ?? 0
        if connections < 20 { doubts.append("it takes \(connections) connections, and each node of Socle keeps 8") }
        let milliseconds: Int64 = try value("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)") ?? 0
        return EngineFacts(
            version: "PostgreSQL \(values["server_version"] ?? "")", faults: faults, doubts: doubts,
            clock: Instant(milliseconds: milliseconds))
    }
}
