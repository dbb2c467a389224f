import Harness
import Storage
import Synchronization
import Testing

@Suite struct TopicTests {
    /// Notes what commits announce.
    private final class Notes: Sendable {
        let changes = Mutex<[Changes]>([])

        func listen(to db: Database) {
            db.onCommit { change in self.changes.withLock { $0.append(change) } }
        }

        var all: [Changes] { changes.withLock { $0 } }

        var topics: [Set<Topic>] {
            all.compactMap { if case .topics(let topics) = $0 { topics } else { nil } }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func topicsAreAnnouncedOnceBeforeTheWriteReturns(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let notes = Notes()
            notes.listen(to: db)
            try await db.write { db in
                try Seats.take("Amina", on: db)
                db.touch("campaign/\(12)", "organisations")
                db.touch("organisations")
            }
            #expect(notes.topics == [["campaign/12", "organisations"]])
            try await db.write { try Seats.take("Jonas", on: $0) }
            try await Task.sleep(for: .milliseconds(200))
            #expect(notes.topics == [["campaign/12", "organisations"]])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aWriteThatFailsAnnouncesNothing(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let notes = Notes()
            notes.listen(to: db)
            await #expect(throws: ChangeOfMind.self) {
                try await db.write { db in
                    try Seats.take("Amina", on: db)
                    db.touch("organisations")
                    throw ChangeOfMind()
                }
            }
            #expect(notes.topics == [])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func whatAnotherProgramWritesIsNoticed(engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            let db = try await place.open()
            try await db.migrate(Seats.migrations)
            let notes = Notes()
            notes.listen(to: db)
            // PostgreSQL says so when the listening connection stands; a file is watched from its opening.
            if engine == .postgres { #expect(try await eventually { notes.all == [.everything] }) }
            let heardBefore = notes.all.count
            let other = try await place.open()
            let many = (0..<2_000).map { Topic("campaign/\($0)") }
            try await other.write { db in
                try Seats.take("Amina", on: db)
                db.touch(many)
            }
            switch engine {
            case .sqlite: #expect(try await eventually { notes.all.count > heardBefore && notes.all.last == .everything })
            case .postgres: #expect(try await eventually { Set(notes.topics.flatMap { $0 }) == Set(many) })
            }
            await other.close()
            await db.close()
        }
    }
}
