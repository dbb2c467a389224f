import Harness
import Storage
import Synchronization
import Testing

@Suite struct WriteGatheringTests {
    /// Takes seats for all names at once, and answers each name with how many came together.
    private func takings(_ db: Database, atMost most: Int = 64) -> WriteGathering<String, Int> {
        WriteGathering(on: db, atMost: most) { names, db in
            let rows: [[any SQLEncodable]] = names.map { [$0] }
            try db.run("INSERT INTO seat (name) \(values: rows)")
            if names.contains("undecided") { throw ChangeOfMind() }
            return names.map { _ in names.count }
        }
    }

    /// Starts to write each name while the only writer is held, so that they wait together.
    private func takeTogether(
        _ names: [String], _ takings: WriteGathering<String, Int>, _ db: Database
    ) async throws -> [Result<Int, any Error>] {
        let door = Door()
        let first = await door.hold(db)
        let tasks = names.map { name in Task { try await takings.write(name) } }
        try await door.open()
        try await first.value
        var results: [Result<Int, any Error>] = []
        for task in tasks { results.append(await task.result) }
        return results
    }

    @Test(arguments: TestEngine.allCases)
    func aloneAnItemIsWrittenAtOnce(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let takings = takings(db)
            for name in ["Amina", "Jonas"] {
                let together = try await takings.write(name)
                #expect(together == 1)
            }
            #expect(try await Seats.names(db) == ["Amina", "Jonas"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func thoseThatWaitAreWrittenTogetherAtMostSoMany(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations, limits: Limits(writers: 1)) { db in
            let names = (0..<25).map { "\($0)" }
            let together = try await takeTogether(names, takings(db, atMost: 10), db).map { try $0.get() }
            #expect(together.sorted() == Array(repeating: 5, count: 5) + Array(repeating: 10, count: 20))
            #expect(Set(try await Seats.names(db)) == Set(names))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func everyoneGetsTheirOwnAnswer(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let echo = WriteGathering<Int, Int>(on: db) { numbers, db in
                try db.run("INSERT INTO seat (name) \(values: numbers.map { ["\($0)"] })")
                return numbers
            }
            try await withThrowingTaskGroup(of: Bool.self) { tasks in
                for number in 0..<500 { tasks.addTask { try await echo.write(number) == number } }
                for try await isOwn in tasks { #expect(isOwn) }
            }
            #expect(try await Seats.names(db).count == 500)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func itemsOfOneCallerAreWrittenInTheirOrder(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let takings = takings(db)
            for number in 0..<20 { _ = try await takings.write("\(number)") }
            let inOrder = try await db.read { try $0.rows("SELECT name FROM seat ORDER BY id").map { try $0["name"] as String } }
            #expect(inOrder == (0..<20).map { "\($0)" })
        }
    }

    @Test(arguments: TestEngine.allCases, ["undecided", "taken"])
    func oneThatFailsTouchesNoOther(engine: TestEngine, name: String) async throws {
        try await withDatabase(engine, migrations: Seats.migrations, limits: Limits(writers: 1)) { db in
            try await db.write { try Seats.take("taken", on: $0) }
            let results = try await takeTogether(["Amina", name, "Jonas", "Rosa"], takings(db), db)
            #expect(throws: (any Error).self) { try results[1].get() }
            for index in [0, 2, 3] { #expect(try results[index].get() == 1) }
            #expect(Set(try await Seats.names(db)) == ["taken", "Amina", "Jonas", "Rosa"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aCancelledCallerStillCommits(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations, limits: Limits(writers: 1)) { db in
            let takings = takings(db)
            let door = Door()
            let first = await door.hold(db)
            let write = Task { try await takings.write("Amina") }
            write.cancel()
            try await door.open()
            try await first.value
            #expect(try await write.value == 1)
            #expect(try await Seats.names(db) == ["Amina"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func everyoneIsAnsweredWhenTheDatabaseClosesAndNobodyIsToldOfWhatIsNotThere(engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            let db = try await place.open(limits: Limits(writers: 1))
            try await db.migrate(Seats.migrations)
            let takings = takings(db, atMost: 3)
            let door = Door()
            let first = await door.hold(db)
            let tasks = (0..<10).map { number in Task { try await takings.write("\(number)") } }
            let closing = Task {
                try await Task.sleep(for: .milliseconds(50))
                await db.close()
            }
            try await door.open()
            try await first.value
            try await closing.value
            var answered = 0
            for task in tasks {
                do {
                    _ = try await task.value
                    answered += 1
                } catch StorageError.closed {}
            }
            await #expect(throws: StorageError.closed) { try await takings.write("late") }
            let again = try await place.open()
            #expect(try await Seats.names(again).count == answered)
            await again.close()
        }
    }
}
