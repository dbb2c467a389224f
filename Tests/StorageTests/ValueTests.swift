import Harness
import Storage
import Testing
import Time

@Suite struct ValueTests {
    enum Colour: String, SQLEncodable, SQLDecodable {
        case red, green
    }

    private func withThings(_ engine: TestEngine, _ body: (Database) async throws -> Void) async throws {
        let migration = Migration(
            "things-001", "One column of each type.",
            [
                """
                CREATE TABLE thing (
                    id \(type: .key), whole \(type: .integer), part \(type: .real), words \(type: .text), raw \(type: .bytes)
                )
                """
            ])
        try await withDatabase(engine, migrations: [migration], body)
    }

    @Test(arguments: TestEngine.allCases)
    func everyTypeComesBackAsItWas(engine: TestEngine) async throws {
        try await withThings(engine) { db in
            let moment = Instant(milliseconds: 1_792_224_000_123)
            let bytes = [UInt8](0...255)
            let row = try #require(
                try await db.write { db in
                    try db.run(
                        """
                        INSERT INTO thing (whole, part, words, raw) VALUES
                        (\(Int64.min), \(0.1), \("é🌍\u{301}'\"\\"), \(bytes)), (\(moment), \(-1e300), \(""), \([UInt8]())),
                        (\(true), \(Double.pi), \(Colour.green), \([0x5c] as [UInt8]))
                        """)
                    let rows = try db.rows("SELECT whole, part, words, raw FROM thing ORDER BY id")
                    #expect(try rows[1]["whole"] == moment)
                    #expect(try rows[1]["part"] == -1e300)
                    #expect(try rows[1]["words"] == "")
                    #expect(try rows[1]["raw"] == [UInt8]())
                    #expect(try rows[2]["whole"] == true)
                    #expect(try rows[2]["part"] == Double.pi)
                    #expect(try rows[2]["words"] == Colour.green)
                    return rows.first
                })
            #expect(try row["whole"] == Int64.min)
            #expect(try row["part"] == 0.1)
            let words: String = try row["words"]
            #expect(Array(words.utf8) == Array("é🌍\u{301}'\"\\".utf8))
            #expect(try row["raw"] == bytes)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aMissingValueIsNilInBothDirections(engine: TestEngine) async throws {
        try await withThings(engine) { db in
            try await db.write { db in
                try db.run(
                    """
                    INSERT INTO thing (whole, part, words, raw)
                    VALUES (\(Int?.none), \(Double?.none), \(String?.none), \([UInt8]?.none)), (\(Instant?.none), \(1), \(Colour?.some(.red)), \(SQLValue.null))
                    """)
            }
            let rows = try await db.read { try $0.rows("SELECT * FROM thing ORDER BY id") }
            #expect(rows[0].sqlValues.dropFirst().allSatisfy { $0 == .null })
            #expect(try rows[0]["whole"] == Int?.none)
            #expect(try rows[1]["words"] == Colour?.some(.red))
            #expect(try rows[1]["part"] == 1.0)
            let nothing = try await db.read { try $0.value("SELECT words FROM thing WHERE whole = \(Int?.none)", as: String.self) }
            #expect(nothing == nil)
            let guarded = try await db.read { try $0.value("SELECT count(*) FROM thing WHERE \(String?.none) IS NULL", as: Int.self) }
            #expect(guarded == 2)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func sumsAndTruthsAreNumbers(engine: TestEngine) async throws {
        try await withThings(engine) { db in
            let row = try #require(
                try await db.write { db in
                    try db.run("INSERT INTO thing (whole, part) VALUES (\(40), \(0.5)), (\(2), \(0.25))")
                    return try db.row(
                        "SELECT sum(whole) AS total, avg(whole) AS mean, sum(part) AS parts, count(*) AS n, max(whole) = 40 AS highest FROM thing"
                    )
                })
            #expect(try row["total"] == 42)
            #expect(try row["mean"] == 21.0)
            #expect(try row["parts"] == 0.75)
            #expect(try row["n"] == 2)
            #expect(try row["highest"] == true)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func textIsSortedByItsBytes(engine: TestEngine) async throws {
        try await withThings(engine) { db in
            let words = ["a", "B", "é", "Z", "z", "_", "10", "9", "e\u{301}", "A b", "Ab", "🌍"]
            let sorted = try await db.write { db in
                try db.run("INSERT INTO thing (words) \(values: words.map { [$0] })")
                return try db.rows("SELECT words FROM thing ORDER BY words").map { try $0["words"] as String }
            }
            #expect(sorted.map { Array($0.utf8) } == words.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func likeRespectsCase(engine: TestEngine) async throws {
        try await withThings(engine) { db in
            let found = try await db.write { db in
                try db.run("INSERT INTO thing (words) VALUES ('Dakar'), ('dakar')")
                return try db.value("SELECT count(*) FROM thing WHERE words LIKE 'dak%'", as: Int.self)
            }
            #expect(found == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func textWithNULIsRefused(engine: TestEngine) async throws {
        try await withThings(engine) { db in
            await #expect(throws: StorageError.invalidText) {
                try await db.write { try $0.run("INSERT INTO thing (words) VALUES (\("a\0b"))") }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aValueOfAnotherTypeNamesItsColumn(engine: TestEngine) async throws {
        try await withThings(engine) { db in
            let row = try #require(try await db.read { try $0.row("SELECT 'blue' AS colour, 7 AS n, NULL AS missing") })
            #expect(throws: StorageError.decoding(column: "colour", expected: "Int", found: "text")) { try row["colour"] as Int }
            #expect(throws: StorageError.decoding(column: "colour", expected: "one of Colour", found: "text")) {
                try row["colour"] as Colour
            }
            #expect(throws: StorageError.decoding(column: "n", expected: "Bool (0 or 1)", found: "integer")) { try row["n"] as Bool }
            #expect(throws: StorageError.decoding(column: "missing", expected: "String", found: "NULL")) { try row["missing"] as String }
            #expect(throws: StorageError.missingColumn("name")) { try row["name"] as String? }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aKeyIsNeverGivenOutTwice(engine: TestEngine) async throws {
        try await withThings(engine) { db in
            let keys = try await db.write { db in
                let first = try db.value("INSERT INTO thing (whole) VALUES (1) RETURNING id", as: Int64.self)
                try db.run("DELETE FROM thing")
                return (first, try db.value("INSERT INTO thing (whole) VALUES (2) RETURNING id", as: Int64.self))
            }
            #expect(keys.0 == 1)
            #expect(keys.1 == 2)
        }
    }
}
