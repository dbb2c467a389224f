import Harness
import Storage
import Testing

@Suite struct SQLTests {
    @Test(arguments: TestEngine.allCases)
    func aValueNeverBecomesPartOfTheText(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let name = "Robert'); DROP TABLE seat; --$1?"
            try await db.write { try Seats.take(name, on: $0) }
            #expect(try await Seats.names(db) == [name])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aListOfValuesIsASet(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            try await db.write { db in
                try db.run("INSERT INTO seat (name) \(values: [["Amina"], ["Jonas"], ["Rosa"]])")
            }
            let found = try await db.read { try $0.rows("SELECT name FROM seat WHERE name IN \(list: ["Rosa", "Amina", "Els"])").count }
            #expect(found == 2)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func anEmptyListIsAnEmptySet(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            try await db.write { try Seats.take("Amina", on: $0) }
            let (inside, outside) = try await db.read { db in
                (
                    try db.rows("SELECT id FROM seat WHERE name IN \(list: [String]())").count,
                    try db.rows("SELECT id FROM seat WHERE id NOT IN \(list: [Int64]())").count
                )
            }
            #expect(inside == 0)
            #expect(outside == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func conditionsAreJoinedWithTheirValues(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            try await db.write { try Seats.take("Amina", on: $0) }
            let conditions: [SQL] = ["name = \("Amina")", "hall = \("great")", "id > \(0)"]
            let found = try await db.read { db in
                try db.value("SELECT count(*) FROM seat WHERE \(sql: .joined(conditions, separator: " AND "))", as: Int.self)
            }
            #expect(found == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aNameIsQuoted(engine: TestEngine) async throws {
        try await withDatabase(engine) { db in
            let name = "odd \"name\"; --"
            try await db.write { try $0.run("CREATE TABLE \(name: name) (id \(type: .key))") }
            #expect(try await db.read { try $0.value("SELECT count(*) FROM \(name: name)", as: Int.self) } == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aFragmentMayDifferByEngine(engine: TestEngine) async throws {
        try await withDatabase(engine) { db in
            let own: SQL = .engine(sqlite: "SELECT \("sqlite") AS engine", postgres: "SELECT \("postgres") AS engine")
            let answer = try await db.read { try $0.value(own, as: String.self) }
            #expect(answer == engine.rawValue)
            #expect(db.engine.rawValue == engine.rawValue)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func thousandsOfRowsAreWrittenInPieces(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let rows: [[any SQLEncodable]] = (0..<20_000).map { ["name \($0)", "small"] }
            let changed = try await db.write { db in
                let rows: [[any SQLEncodable]] = (0..<20_000).map { ["name \($0)", "small"] }
                return try db.run(chunks: rows) { "INSERT INTO seat (name, hall) \(values: $0)" }
            }
            #expect(changed == rows.count)
            #expect(try await db.read { try $0.value("SELECT count(*) FROM seat", as: Int.self) } == rows.count)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func rowsKeepTheirValuesWhateverTheTypesAndWhateverIsMissing(engine: TestEngine) async throws {
        let columns: SQL = "(\(name: "words") \(type: .text), number \(type: .integer), share \(type: .real), raw \(type: .bytes))"
        try await withDatabase(engine, migrations: [Migration("things-001", "Things.", ["CREATE TABLE thing \(sql: columns)"])]) { db in
            let rows: [[SQLValue]] = [
                [.text("é'\"{},\\"), .integer(.min), .real(0.1), .bytes([0, 255])], [.null, .null, .null, .null],
                [.text(""), .integer(-1), .real(-1e300), .bytes([])], [.text("NULL"), .integer(.max), .real(0), .bytes([1])],
            ]
            let kept = try await db.write { db in
                try db.run("INSERT INTO thing (words, number, share, raw) \(values: rows)")
                // The order of the rows is that of the list.
                return try db.rows("WITH t (a, b, c, d) AS (\(values: rows)) SELECT a, b, c, d FROM t").map(\.sqlValues)
                    + db.rows("SELECT words, number, share, raw FROM thing WHERE number IS NULL").map(\.sqlValues)
            }
            #expect(kept == rows + [rows[1]])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aColumnOfDifferentTypesOrOfNoneIsWrittenAllTheSame(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let none: SQLValue = .null
            try await db.write { db in
                try db.run("CREATE TABLE measure (share \(type: .real), note \(type: .integer))")
                try db.run("INSERT INTO measure (share, note) \(values: [[1.5, none], [2, none]])")
            }
            #expect(try await db.read { try $0.value("SELECT sum(share) FROM measure WHERE note IS NULL", as: Double.self) } == 3.5)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aNulInARowIsRefused(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            await #expect(throws: StorageError.invalidText) {
                try await db.write { try $0.run("INSERT INTO seat (name) \(values: [["Amina"], ["a\u{0}b"]])") }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func moreValuesThanBothEnginesTakeAreRefused(engine: TestEngine) async throws {
        try await withDatabase(engine) { db in
            await #expect(throws: StorageError.tooManyValues(40_000)) {
                try await db.read { try $0.rows("SELECT 1 WHERE 1 IN \(list: Array(0..<40_000))").count }
            }
        }
    }
}
