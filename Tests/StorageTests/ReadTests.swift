import Foundation
import Harness
import Storage
import Testing

@Suite struct ReadTests {
    @Test(arguments: TestEngine.allCases)
    func allAnswersOfOneReadComeFromTheSameMoment(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let seen = DispatchSemaphore(value: 0)
            let written = DispatchSemaphore(value: 0)
            let read = Task {
                try await db.read { db in
                    let before = try db.value("SELECT count(*) FROM seat", as: Int.self)
                    seen.signal()
                    written.wait()
                    return (before, try db.value("SELECT count(*) FROM seat", as: Int.self))
                }
            }
            try await db.write { db in
                seen.wait()
                try Seats.take("Amina", on: db)
            }
            written.signal()
            let counts = try await read.value
            #expect(counts.0 == 0)
            #expect(counts.1 == 0)
            #expect(try await Seats.names(db) == ["Amina"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aReadCannotWrite(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            await #expect(throws: StorageError.self) {
                try await db.read { try $0.rows("INSERT INTO seat (name) VALUES ('Amina') RETURNING id").count }
            }
            let names = try await Seats.names(db)
            #expect(names == [])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func eachStreamsEveryRowInOrder(engine: TestEngine) async throws {
        try await withDatabase(engine) { db in
            let sum = try await db.read { db in
                var sum = 0
                try db.each("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i FROM n") { row in
                    sum += try row["i"]
                }
                return sum
            }
            #expect(sum == 100_000 * 100_001 / 2)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func eachStopsWithTheErrorOfItsBodyAndTheConnectionStaysUsable(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations, limits: Limits(readers: 1, writers: 1)) { db in
            await #expect(throws: ChangeOfMind.self) {
                try await db.read { db in
                    try db.each("SELECT 1 AS n UNION ALL SELECT 2") { _ in throw ChangeOfMind() }
                }
            }
            let count = try await db.write { db in
                try Seats.take("Amina", on: db)
                do { try db.each("SELECT name FROM seat") { _ in throw ChangeOfMind() } } catch is ChangeOfMind {}
                return try db.value("SELECT count(*) FROM seat", as: Int.self)
            }
            #expect(count == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aStatementThatFailsSaysWhichAndLeavesTheConnectionUsable(engine: TestEngine) async throws {
        try await withDatabase(engine, limits: Limits(readers: 1)) { db in
            for _ in 0..<3 {
                let error = await #expect(throws: StorageError.self) { try await db.read { try $0.rows("SELECT x FROM nowhere").count } }
                #expect(error?.description.contains("SELECT x FROM nowhere") == true)
            }
            let one = try await db.read { try $0.value("SELECT 1", as: Int.self) }
            #expect(one == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func manyReadsAndDifferentStatementsShareFewConnections(engine: TestEngine) async throws {
        try await withDatabase(engine, limits: Limits(readers: 2)) { db in
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for number in 0..<700 {
                    tasks.addTask {
                        let text = SQL(stringLiteral: "SELECT \(number) AS n")
                        let answer = try await db.read { try $0.value(text, as: Int.self) }
                        #expect(answer == number)
                    }
                }
                try await tasks.waitForAll()
            }
        }
    }
}
