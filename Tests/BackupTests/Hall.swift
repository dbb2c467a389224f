import Backup
import Foundation
import Harness
import Storage
import Testing
import Time

/// A small schema with everything that a schema of ours may have.
enum Hall {
    static let first = Migration(
        "hall-001", "Halls, seats and who sits on them",
        [
            "CREATE TABLE hall (id \(type: .key), name \(type: .text) NOT NULL UNIQUE, beside \(type: .integer) REFERENCES hall (id))",
            """
            CREATE TABLE a_seat (
                id \(type: .key), hall \(type: .integer) NOT NULL REFERENCES hall (id) ON DELETE CASCADE,
                name \(type: .text), height \(type: .real), picture \(type: .bytes), "order" \(type: .integer)
            )
            """,
            "CREATE INDEX a_seat_hall ON a_seat (hall)",
            #"CREATE UNIQUE INDEX a_seat_once ON a_seat (hall, "order") WHERE "order" IS NOT NULL"#,
            "CREATE TABLE rule (hash \(type: .bytes) PRIMARY KEY, words \(type: .text) NOT NULL)",
            "CREATE TABLE never_used (id \(type: .key), word \(type: .text))",
            "INSERT INTO hall (name) VALUES ('put down by the migration')",
        ])
    static let second = Migration(
        "hall-002", "Seats have a colour",
        ["ALTER TABLE a_seat ADD COLUMN colour \(type: .text)", "UPDATE a_seat SET colour = 'red'"])
    static let migrations = [first]

    /// Values at the edges of every type.
    static var edges: [[any SQLEncodable]] {
        [
            [1, "é🌍e\u{301}'\"\\\u{1}\n", 0.1, [UInt8](0...255), Int64.min],
            [1, "", -1e300, [UInt8](), Int64.max],
            [2, String(repeating: "long ", count: 200_000), Double.leastNonzeroMagnitude, [UInt8](repeating: 0, count: 300_000), 0],
            [2, String?.none, Double?.none, [UInt8]?.none, Int64?.none],
            [2, "\u{10FFFF}", -0.0, [0x5c, 0x78] as [UInt8], -1],
        ]
    }

    static func fill(_ database: Database) async throws {
        try await database.write { db in
            try db.run("DELETE FROM hall")
            // The first stands beside one that comes later: no order of rows satisfies every reference.
            try db.run("INSERT INTO hall (id, name) VALUES (2, 'small'), (1, 'great')")
            try db.run("UPDATE hall SET beside = 2 WHERE id = 1")
            for row in edges { try db.run("INSERT INTO a_seat (hall, name, height, picture, \"order\") \(values: [row])") }
            try db.run("INSERT INTO rule (hash, words) VALUES (\([1, 2, 3] as [UInt8]), 'b'), (\([1, 2] as [UInt8]), 'a')")
            try db.run("INSERT INTO a_seat (hall) VALUES (1)")
            try db.run("DELETE FROM a_seat WHERE id = 6")
        }
    }

    /// Every row of every table, in an order that does not depend on the engine.
    static func content(of database: Database) async throws -> [String: Set<[SQLValue]>] {
        try await database.read { db in
            var content: [String: Set<[SQLValue]>] = [:]
            for table in try db.tables() { content[table.name] = Set(try db.rows(table.everyRow).map(\.sqlValues)) }
            return content
        }
    }
}

/// A folder for one test.
func withFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "socle-backup-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

/// A database on each engine that holds the hall, backed up: the file's bytes.
func backupOfHall(_ engine: TestEngine = .sqlite, migrations: [Migration] = Hall.migrations, secret: [UInt8]? = nil) async throws -> Data {
    try await withFolder { folder in
        try await withDatabase(engine, migrations: migrations) { database in
            try await Hall.fill(database)
            let file = folder.appending(path: "hall.backup")
            _ = try await Backup(of: database, clock: .system).write(to: Destination(file.path), secret: secret)
            return try Data(contentsOf: file)
        }
    }
}

/// Brings the bytes of a backup into a database.
@discardableResult
func restore(
    _ bytes: Data, into database: Database, migrations: [Migration] = Hall.migrations, isReplacing: Bool = false
) async throws -> Restore.Summary {
    try await withFolder { folder in
        let file = folder.appending(path: "some.backup")
        try bytes.write(to: file)
        let backup = try BackupFile(checking: InputFile(file.path))
        return try await Restore(of: backup, migrations: migrations, clock: .system).run(into: database, isReplacing: isReplacing)
    }
}
