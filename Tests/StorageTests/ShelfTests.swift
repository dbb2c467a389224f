import Foundation
import Harness
import Storage
import Synchronization
import Testing

@Suite struct ShelfTests {
    /// Reads the names of those who sit, and counts how often it was asked.
    private final class Seating: Sendable {
        private let asked = Mutex(0)

        var times: Int { asked.withLock { $0 } }

        func read(_ db: any Reader) throws -> String? {
            asked.withLock { $0 += 1 }
            let names = try db.rows("SELECT name FROM seat ORDER BY name").map { row -> String in try row["name"] }
            return names.isEmpty ? nil : names.joined(separator: ", ")
        }
    }

    private func take(_ name: String, touching topic: Topic, on db: Database) async throws {
        try await db.write { db in
            try Seats.take(name, on: db)
            db.touch(topic)
        }
    }

    /// Waits until a second look asks the database no more: PostgreSQL's listener says that everything may have changed when it begins.
    private func isKept(_ shelf: Shelf<Int, String>, by seating: Seating) async throws -> Bool {
        try await eventually {
            let times = seating.times
            _ = try await shelf.find(1, seating.read)
            return seating.times == times
        }
    }

    @Test(arguments: TestEngine.allCases)
    func whatIsThereIsReadOnceUntilItsTopicMoves(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let seating = Seating()
            let shelf = Shelf<Int, String>(of: db, until: ["seats"])
            #expect(try await shelf.find(1, seating.read) == nil)
            try await take("Amina", touching: "seats", on: db)
            #expect(try await shelf.find(1, seating.read) == "Amina")
            #expect(try await isKept(shelf, by: seating))
            let times = seating.times
            try await take("Jonas", touching: "halls", on: db)
            #expect(try await shelf.find(1, seating.read) == "Amina")
            #expect(seating.times == times)
            try await take("Mia", touching: "seats", on: db)
            #expect(try await shelf.find(1, seating.read) == "Amina, Jonas, Mia")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func whatGrewOldWhileItWasReadIsNotKept(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let seating = Seating()
            let shelf = Shelf<Int, String>(of: db, until: ["seats"])
            try await take("Amina", touching: "halls", on: db)
            let isRead = AsyncStream.makeStream(of: Void.self)
            let isWritten = DispatchSemaphore(value: 0)
            async let early = shelf.find(1) { db in
                let found = try seating.read(db)
                isRead.continuation.yield()
                isWritten.wait()
                return found
            }
            for await _ in isRead.stream { break }
            try await take("Jonas", touching: "seats", on: db)
            isWritten.signal()
            #expect(try await early == "Amina")
            #expect(try await shelf.find(1, seating.read) == "Amina, Jonas")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aFullShelfKeepsWhatItHas(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let seating = Seating()
            let shelf = Shelf<Int, String>(of: db, until: ["seats"], room: 1)
            try await take("Amina", touching: "seats", on: db)
            #expect(try await isKept(shelf, by: seating))
            let times = seating.times
            for key in [2, 1, 2, 1] { #expect(try await shelf.find(key, seating.read) == "Amina") }
            #expect(seating.times == times + 2)
        }
    }
}
