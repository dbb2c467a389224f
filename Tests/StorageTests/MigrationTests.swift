import Harness
import Storage
import Testing
import Time

@Suite struct MigrationTests {
    private let moment = Instant(milliseconds: 1_792_224_000_000)

    @Test(arguments: TestEngine.allCases)
    func migrationsRunOnceAndAreDated(engine: TestEngine) async throws {
        let moment = moment
        try await withDatabase(engine, migrations: Seats.migrations, clock: Clock { moment }) { db in
            try await db.write { try Seats.take("Amina", on: $0) }
            try await db.migrate(Seats.migrations)
            #expect(try await Seats.names(db) == ["Amina"])
            let rows = try await db.read { try $0.rows("SELECT id, purpose, applied_at FROM migration") }
            #expect(rows.count == 1)
            #expect(try rows.first?["id"] == "seats-001")
            #expect(try rows.first?["applied_at"] == moment)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aMigrationThatFailsLeavesNothingBehind(engine: TestEngine) async throws {
        try await withDatabase(engine) { db in
            let half = Migration("half-001", "Fails in the middle.", ["CREATE TABLE half (id \(type: .key))", "CREATE GARBAGE"])
            await #expect(throws: StorageError.self) { try await db.migrate(Seats.migrations + [half]) }
            let whole = Migration("half-001", "Does not.", ["CREATE TABLE half (id \(type: .key))"])
            try await db.migrate(Seats.migrations + [whole])
            #expect(try await db.read { try $0.value("SELECT count(*) FROM half", as: Int.self) } == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aNewerDatabaseIsRefusedInClearWords(engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            let newer = try await place.open()
            try await newer.migrate(Seats.migrations + [Migration("seats-999", "From the future.", [])])
            await newer.close()
            let older = try await place.open()
            let error = await #expect(throws: StorageError.newerDatabase(["seats-999"])) { try await older.migrate(Seats.migrations) }
            #expect("\(try #require(error))".contains("newer than this program"))
            await older.close()
        }
    }

    @Test(arguments: TestEngine.allCases)
    func severalProgramsMayMigrateAtOnce(engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            let more = (1...5).map { number in
                Migration("many-\(number)", "One of several.", ["CREATE TABLE \(name: "many_\(number)") (id \(type: .key))"])
            }
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for _ in 0..<4 {
                    tasks.addTask {
                        let db = try await place.open()
                        try await db.migrate(Seats.migrations + more)
                        await db.close()
                    }
                }
                try await tasks.waitForAll()
            }
            let db = try await place.open()
            #expect(try await db.read { try $0.value("SELECT count(*) FROM migration", as: Int.self) } == 6)
            await db.close()
        }
    }
}
