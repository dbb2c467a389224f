import Foundation
import Storage

/// The table that these tests write to.
enum Seats {
    static let migrations = [
        Migration(
            "seats-001", "A hall has numbered seats, each taken by one name.",
            [
                """
                CREATE TABLE seat (
                    id \(type: .key),
                    name \(type: .text) NOT NULL,
                    hall \(type: .text) NOT NULL DEFAULT 'great',
                    UNIQUE (name, hall)
                )
                """
            ])
    ]

    @discardableResult
    static func take(_ name: String, on db: any Writer) throws -> Int {
        try db.run("INSERT INTO seat (name) VALUES (\(name))")
    }

    static func names(_ db: Database) async throws -> [String] {
        try await db.read { db in try db.rows("SELECT name FROM seat ORDER BY name").map { try $0["name"] } }
    }
}

/// An error of a store, not of the database.
struct ChangeOfMind: Error, Equatable {}

/// Holds the database's only writer, so that what is written meanwhile waits and is committed as one group when the door opens.
final class Door: Sendable {
    private let gate = DispatchSemaphore(value: 0)

    /// Returns once the writer is held. The task ends when the door has opened.
    func hold(_ db: Database, afterRunning statement: SQL? = nil) async -> Task<Void, any Error> {
        let (beginning, begun) = AsyncStream<Void>.makeStream()
        let task = Task {
            try await db.write { db in
                if let statement { try db.run(statement) }
                begun.finish()
                self.gate.wait()
            }
        }
        for await _ in beginning {}
        return task
    }

    /// Opens once the writes started before have had time to queue.
    func open() async throws {
        try await Task.sleep(for: .milliseconds(100))
        gate.signal()
    }
}

/// Waits until something holds, for at most ten seconds; answers whether it does.
func eventually(_ condition: @Sendable () async throws -> Bool) async throws -> Bool {
    for _ in 0..<500 {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(20))
    }
    return false
}
