import Backup
import Foundation
import Harness
import Storage
import Testing
import Time

/// What one engine wrote, any engine takes: row by row, value by value.
@Suite struct RoundTripTests {
    @Test(arguments: TestEngine.allCases, TestEngine.allCases)
    func everythingComesAcrossAndBack(from: TestEngine, to: TestEngine) async throws {
        try await withDatabase(from, migrations: Hall.migrations) { origin in
            try await Hall.fill(origin)
            let before = try await Hall.content(of: origin)
            #expect(before["a_seat"]?.count == Hall.edges.count)
            #expect(before["never_used"] == [])
            try await withDatabase(to) { target in
                let summary = try await restore(Self.bytes(of: origin), into: target)
                #expect(try await Hall.content(of: target) == before)
                #expect(summary.rows == before.values.reduce(0) { $0 + $1.count })
                #expect(summary.leftOut == [])
                try await withDatabase(from) { again in
                    try await restore(Self.bytes(of: target), into: again)
                    #expect(try await Hall.content(of: again) == before)
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases, TestEngine.allCases)
    func noKeyIsGivenOutTwice(from: TestEngine, to: TestEngine) async throws {
        let bytes = try await backupOfHall(from)
        try await withDatabase(to) { target in
            try await restore(bytes, into: target)
            let keys = try await target.write { db in
                try (
                    db.value("INSERT INTO a_seat (hall) VALUES (1) RETURNING id", as: Int64.self),
                    db.value("INSERT INTO never_used (word) VALUES ('a') RETURNING id", as: Int64.self)
                )
            }
            #expect(keys.0 == 7, "the sixth was given out, although its row is gone")
            #expect(keys.1 == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func referencesAreCheckedAsBefore(engine: TestEngine) async throws {
        let bytes = try await backupOfHall()
        try await withDatabase(engine) { target in
            try await restore(bytes, into: target)
            await #expect(throws: StorageError.self) { try await target.write { try $0.run("INSERT INTO a_seat (hall) VALUES (99)") } }
            try await target.write { try $0.run("DELETE FROM hall WHERE id = 1") }
            #expect(try await target.read { try $0.value("SELECT count(*) FROM a_seat WHERE hall = 1", as: Int.self) } == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func indexesAreThereAsBefore(engine: TestEngine) async throws {
        let bytes = try await backupOfHall()
        let indexes: SQL = .engine(
            sqlite: "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name",
            postgres: """
                SELECT indexname AS name FROM pg_indexes
                WHERE schemaname = current_schema() AND indexname LIKE 'a\\_seat\\_%' ESCAPE '\\' AND indexname NOT LIKE '%pkey' ORDER BY 1
                """)
        try await withDatabase(engine) { target in
            try await restore(bytes, into: target)
            let names = try await target.read { try $0.rows(indexes).map { try $0["name"] as String } }
            #expect(names == ["a_seat_hall", "a_seat_once"])
            await #expect(throws: StorageError.self, "the index is unique again") {
                try await target.write { try $0.run(#"INSERT INTO a_seat (hall, "order") VALUES (1, 5), (1, 5)"#) }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func anOlderBackupIsBroughtUpToDate(engine: TestEngine) async throws {
        let bytes = try await backupOfHall()
        try await withDatabase(engine) { target in
            let summary = try await restore(bytes, into: target, migrations: Hall.migrations + [Hall.second])
            #expect(summary.newMigrations == 1)
            let red = try await target.read { try $0.value("SELECT count(*) FROM a_seat WHERE colour = 'red'", as: Int.self) }
            #expect(red == Hall.edges.count)
            #expect(try await target.read { try $0.migrationsSeen() } == ["hall-001", "hall-002"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theTablesAreTheSameOnEveryEngine(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Hall.migrations) { database in
            let tables = try await database.read { try $0.tables() }
            #expect(tables.map(\.name) == ["hall", "a_seat", "migration", "never_used", "rule"], "those that others point to come first")
            #expect(
                tables[1].columns.map(\.name) == ["id", "hall", "name", "height", "picture", "order"])
            #expect(tables[1].columns.map(\.type) == [.key, .integer, .text, .real, .bytes, .integer])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theSecretComesAlongOnlyIfItIsGiven(engine: TestEngine) async throws {
        let secret = Array("0123456789".utf8)
        try await withFolder { folder in
            for given in [secret, nil] {
                let file = folder.appending(path: "\(given?.count ?? 0)")
                try await backupOfHall(engine, secret: given).write(to: file)
                #expect(try BackupFile(checking: InputFile(file.path)).secret == given)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func everyBackupIsOfOneMoment(engine: TestEngine) async throws {
        // While seats are taken and counted in another table, what is backed up always agrees.
        let count = Migration(
            "hall-003", "A count", ["CREATE TABLE seat_count (seats \(type: .integer))", "INSERT INTO seat_count (seats) VALUES (0)"])
        let migrations = Hall.migrations + [count]
        try await withDatabase(engine, migrations: migrations) { database in
            let signing = Task {
                while !Task.isCancelled {
                    try await database.write { db in
                        try db.run("INSERT INTO a_seat (hall) SELECT min(id) FROM hall")
                        try db.run("UPDATE seat_count SET seats = seats + 1")
                    }
                }
            }
            for _ in 0..<5 {
                let bytes = try await Self.bytes(of: database)
                try await withDatabase(.sqlite) { target in
                    try await restore(bytes, into: target, migrations: migrations)
                    let isRight = try await target.read { db in
                        try db.value("SELECT (SELECT count(*) FROM a_seat) = (SELECT max(seats) FROM seat_count)", as: Bool.self)
                    }
                    #expect(isRight == true)
                }
            }
            signing.cancel()
            try await signing.value
        }
    }

    private static func bytes(of database: Database) async throws -> Data {
        try await withFolder { folder in
            let file = folder.appending(path: "some.backup")
            _ = try await Backup(of: database, clock: .system).write(to: Destination(file.path), secret: nil)
            return try Data(contentsOf: file)
        }
    }
}
