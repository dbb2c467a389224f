import App
import Backup
import Foundation
import Harness
import Storage
import Testing
import Time

/// Nothing that a feature stores can be forgotten by the backup.
@Suite struct BackupRules {
    @Test func everyTableAndColumnOfTheSchemaIsInTheBackup() async throws {
        let tables = try await withDatabase(.sqlite, migrations: Program.migrations) { database in
            try await database.read { db in
                let tables = try db.tables()
                // Asked in the simplest way there is, past the code that backs up. A full-text index is made anew, not kept.
                let names = try db.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
                #expect(Set(try names.map { try $0["name"] as String }) == Set(tables.map(\.name)))
                for table in tables {
                    let columns = try db.rows("SELECT * FROM \(name: table.name) LIMIT 1").first?.columnNames
                    if let columns { #expect(columns == table.columns.map(\.name), "\(table.name)") }
                }
                return tables
            }
        }
        #expect(tables.count > 15)
        try await withDatabase(.postgres, migrations: Program.migrations) { database in
            let others = try await database.read { try $0.tables() }
            #expect(others == tables, "both engines must have the same tables and columns")
        }
    }

    @Test(arguments: TestEngine.allCases) func aBackupOfTheWholeSchemaRestores(engine: TestEngine) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "house-\(UUID().uuidString).backup").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let tables = try await withDatabase(engine, migrations: Program.migrations) { database in
            _ = try await Backup(of: database, clock: .system).write(to: Destination(file), secret: nil)
            return try await database.read { try $0.tables() }
        }
        for other in TestEngine.allCases {
            try await withPlace(other) { place in
                let database = try await place.open()
                let restore = try Restore(of: BackupFile(checking: InputFile(file)), migrations: Program.migrations, clock: .system)
                let summary = try await restore.run(into: database, isReplacing: false)
                await database.close()
                #expect(summary.tables == tables.count)
                #expect(summary.leftOut == [])
            }
        }
    }
}
