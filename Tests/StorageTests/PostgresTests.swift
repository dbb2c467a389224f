import Foundation
import Harness
import Storage
import Synchronization
import Testing

@Suite struct PostgresTests {
    /// Lends a database whose connections can be told from those of other tests, and an administrator's beside it.
    private func withServer(_ body: (_ db: Database, _ admin: Database, _ name: String) async throws -> Void) async throws {
        try await withPlace(.postgres) { place in
            guard case .postgres(let address) = place.location else { return }
            let name = "socle \(UUID().uuidString.prefix(8))"
            let named = "\(address)&application_name=\(name.replacing(" ", with: "%20"))"
            let db = try await Database.open(.postgres(address: named))
            try await db.migrate(Seats.migrations)
            let admin = try await place.open()
            try await body(db, admin, name)
            await db.close()
            await admin.close()
        }
    }

    private func cutConnections(named name: String, by admin: Database) async throws -> Int {
        try await admin.write { db in
            try db.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = \(name)").count
        }
    }

    @Test func aConnectionThatWasCutWhileIdleIsNotNoticedByCallers() async throws {
        try await withServer { db, admin, name in
            try await db.write { try Seats.take("Amina", on: $0) }
            #expect(try await cutConnections(named: name, by: admin) > 0)
            try await db.write { try Seats.take("Jonas", on: $0) }
            #expect(try await Seats.names(db) == ["Amina", "Jonas"])
        }
    }

    @Test func noAcknowledgedWriteIsLostWhenConnectionsAreCutUnderLoad() async throws {
        try await withServer { db, admin, name in
            let tally = Tally()
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for writer in 0..<32 {
                    tasks.addTask {
                        var turn = 0
                        while !tally.isOver.withLock({ $0 }) {
                            turn += 1
                            let seat = "\(writer)/\(turn)"
                            do {
                                try await db.write { try Seats.take(seat, on: $0) }
                                tally.acknowledged.withLock { _ = $0.insert(seat) }
                            } catch StorageError.connectionLost {
                                tally.unknown.withLock { _ = $0.insert(seat) }
                            }
                        }
                    }
                }
                for _ in 0..<10 {
                    try await Task.sleep(for: .milliseconds(50))
                    _ = try await cutConnections(named: name, by: admin)
                }
                tally.isOver.withLock { $0 = true }
                try await tasks.waitForAll()
            }
            let kept = Set(try await Seats.names(db))
            let acknowledged = tally.acknowledged.withLock { $0 }
            let unknown = tally.unknown.withLock { $0 }
            #expect(!acknowledged.isEmpty)
            #expect(acknowledged.isSubset(of: kept))
            #expect(kept.isSubset(of: acknowledged.union(unknown)))
        }
    }

    private final class Tally: Sendable {
        let acknowledged = Mutex<Set<String>>([])
        let unknown = Mutex<Set<String>>([])
        let isOver = Mutex(false)
        let flushes = Mutex(0)
    }

    @Test func aListenerThatLostItsConnectionFlushesEverything() async throws {
        try await withServer { db, admin, name in
            let tally = Tally()
            db.onCommit { change in if change == .everything { tally.flushes.withLock { $0 += 1 } } }
            #expect(try await eventually { tally.flushes.withLock { $0 } == 1 })
            _ = try await cutConnections(named: name, by: admin)
            // When the connection stands again: until then nobody could know better.
            #expect(try await eventually { tally.flushes.withLock { $0 } == 2 })
        }
    }

    @Test func writesThatLockTheSameRowsInOppositeOrderAllSucceed() async throws {
        try await withServer { db, _, _ in
            try await db.write { try $0.run("INSERT INTO seat (id, name, hall) VALUES (101, 'a', '0'), (102, 'b', '0')") }
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for writer in 0..<40 {
                    tasks.addTask {
                        let order = writer % 2 == 0 ? [101, 102] : [102, 101]
                        try await db.write { db in
                            for id in order { try db.run("UPDATE seat SET hall = hall || 'x' WHERE id = \(id)") }
                        }
                    }
                }
                try await tasks.waitForAll()
            }
            let lengths = try await db.read { try $0.rows("SELECT length(hall) AS n FROM seat").map { try $0["n"] as Int } }
            #expect(lengths == [41, 41])
        }
    }

    @Test func anItemThatWaitsForALockHoldsUpNoneOfThoseItCameWith() async throws {
        try await withServer { db, admin, _ in
            try await db.write { try $0.run("INSERT INTO seat (name) \(values: (0..<10).map { ["\($0)"] })") }
            let moves = WriteGathering<Int, Int>(on: db) { numbers, db in
                try db.run("UPDATE seat SET hall = 'small' WHERE name IN \(list: numbers.map { "\($0)" })")
                return numbers
            }
            let door = Door()
            let holder = await door.hold(admin, afterRunning: "UPDATE seat SET hall = 'held' WHERE name = '7'")
            let waiting = Task { try await moves.write(7) }
            try await withThrowingTaskGroup(of: Int.self) { tasks in
                for number in 0..<7 { tasks.addTask { try await moves.write(number) } }
                try await tasks.waitForAll()
            }
            #expect(try await db.read { try $0.value("SELECT count(*) FROM seat WHERE hall = 'small'", as: Int.self) } == 7)
            try await door.open()
            try await holder.value
            #expect(try await waiting.value == 7)
            #expect(try await db.read { try $0.value("SELECT count(*) FROM seat WHERE hall = 'small'", as: Int.self) } == 8)
        }
    }

    @Test func aPlanThatAnotherProgramMadeStaleIsMadeAgain() async throws {
        try await withServer { db, admin, _ in
            try await db.write { try Seats.take("Amina", on: $0) }
            let all: @Sendable (any Reader) throws -> Int = { try $0.rows("SELECT * FROM seat").first?.columnNames.count ?? 0 }
            #expect(try await db.read(all) == 3)
            try await admin.write { try $0.run("ALTER TABLE seat ADD COLUMN row \(type: .integer)") }
            #expect(try await db.read(all) == 4)
        }
    }
}
