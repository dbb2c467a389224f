import Harness
import Storage
import Testing

@Suite struct WriteTests {
    @Test(arguments: TestEngine.allCases)
    func sixtyFourWritersLoseNothing(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for writer in 0..<64 {
                    tasks.addTask {
                        for turn in 0..<20 { try await db.write { try Seats.take("\(writer)/\(turn)", on: $0) } }
                    }
                }
                try await tasks.waitForAll()
            }
            #expect(try await Seats.names(db).count == 64 * 20)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func anErrorInOneWriteTakesNothingBackFromItsNeighbours(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations, limits: Limits(writers: 1)) { db in
            let door = Door()
            let first = await door.hold(db)
            let writes = (0..<30).map { number in
                Task {
                    try await db.write { db in
                        try Seats.take("\(number)", on: db)
                        if number % 3 == 0 { throw ChangeOfMind() }
                        if number % 3 == 1 { try db.run("INSERT INTO nowhere (id) VALUES (1)") }
                    }
                }
            }
            try await door.open()
            try await first.value
            for (number, write) in writes.enumerated() {
                let result = await write.result
                switch number % 3 {
                case 0: #expect(throws: ChangeOfMind.self) { try result.get() }
                case 1: #expect(throws: StorageError.self) { try result.get() }
                default: try result.get()
                }
            }
            #expect(Set(try await Seats.names(db)) == Set((0..<30).filter { $0 % 3 == 2 }.map { "\($0)" }))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func anErrorThatIsCaughtInsideAWriteStillFailsIt(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            await #expect(throws: StorageError.unique(table: "seat", columns: ["name", "hall"])) {
                try await db.write { db in
                    try Seats.take("Amina", on: db)
                    do { try Seats.take("Amina", on: db) } catch is StorageError {}
                }
            }
            let names = try await Seats.names(db)
            #expect(names == [])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aCancelledCallerStillCommits(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations, limits: Limits(writers: 1)) { db in
            let door = Door()
            let first = await door.hold(db)
            let write = Task { try await db.write { try Seats.take("Amina", on: $0) } }
            write.cancel()
            try await door.open()
            try await first.value
            #expect(try await write.value == 1)
            #expect(try await Seats.names(db) == ["Amina"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aCommitThatFailsFailsEveryWriteOfItsGroup(engine: TestEngine) async throws {
        let deferred: SQL = """
            CREATE TABLE ticket (seat \(type: .integer) NOT NULL REFERENCES seat (id) DEFERRABLE INITIALLY DEFERRED)
            """
        let migrations = Seats.migrations + [Migration("tickets-001", "A constraint that is checked by the commit.", [deferred])]
        try await withDatabase(engine, migrations: migrations, limits: Limits(writers: 1)) { db in
            let door = Door()
            let first = await door.hold(db)
            let neighbour = Task { try await db.write { try Seats.take("Amina", on: $0) } }
            try await Task.sleep(for: .milliseconds(20))
            let culprit = Task { try await db.write { try $0.run("INSERT INTO ticket (seat) VALUES (7)") } }
            try await door.open()
            try await first.value
            await #expect(throws: StorageError.self) { try await culprit.value }
            await #expect(throws: StorageError.self) { try await neighbour.value }
            #expect(try await Seats.names(db) == [])
            try await db.write { try Seats.take("Amina", on: $0) }
            #expect(try await Seats.names(db) == ["Amina"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func whatIsRunLaterIsThereForTheNextQuestionAndAfterTheWrite(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let seen = try await db.write { db in
                try db.runLater("INSERT INTO seat (id, name) VALUES (1, 'Els')")
                let seen: Int? = try db.value("SELECT count(*) FROM seat")
                try db.runLater("INSERT INTO seat (id, name) VALUES (2, 'Rosa')")
                return seen
            }
            #expect(seen == 1)
            #expect(try await Seats.names(db) == ["Els", "Rosa"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func whatFailsLaterFailsItsOwnWriteAloneHoweverManyAreCommittedTogether(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            try await db.write { try $0.run("INSERT INTO seat (id, name) VALUES (1000, 'taken')") }
            let failed = try await withThrowingTaskGroup(of: Bool.self) { group in
                for id in 0..<40 {
                    group.addTask {
                        do {
                            // Every fourth one meets the seat that is taken, in a statement that nobody waits for.
                            let key = id % 4 == 0 ? 1000 : id
                            try await db.write { db in
                                try db.run("INSERT INTO seat (id, name) VALUES (\(2000 + id), \("first \(id)"))")
                                try db.runLater("INSERT INTO seat (id, name) VALUES (\(key), \("later \(id)"))")
                            }
                            return false
                        } catch StorageError.unique {
                            return true
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(failed == 10)
            #expect(try await Seats.names(db).count == 1 + 2 * 30)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aUniqueViolationNamesTableAndColumns(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            try await db.write { try Seats.take("(a)=(b)", on: $0) }
            await #expect(throws: StorageError.unique(table: "seat", columns: ["name", "hall"])) {
                try await db.write { try Seats.take("(a)=(b)", on: $0) }
            }
            await #expect(throws: StorageError.unique(table: "seat", columns: ["id"])) {
                try await db.write { try $0.run("INSERT INTO seat (id, name) VALUES (1, 'Els')") }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func otherConstraintsAreRecognised(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let error = await #expect(throws: StorageError.self) {
                try await db.write { try $0.run("INSERT INTO seat (name) VALUES (\(String?.none))") }
            }
            guard case .constraint = error else {
                Issue.record("\(String(describing: error)) is not a constraint")
                return
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func runCountsTheRowsThatChanged(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Seats.migrations) { db in
            let counts = try await db.write { db in
                [
                    try db.run("INSERT INTO seat (name) VALUES ('a'), ('b'), ('c')"),
                    try db.run("UPDATE seat SET hall = 'small' WHERE name > 'a'"),
                    try db.run("CREATE TABLE other (id \(type: .key))"),
                    try db.run("SELECT name FROM seat"),
                    try db.run("INSERT INTO seat (name) VALUES ('a') ON CONFLICT DO NOTHING"),
                    try db.run("DELETE FROM seat WHERE name = 'nobody'"),
                    try db.run("DELETE FROM seat"),
                ]
            }
            #expect(counts == [3, 2, 0, 0, 0, 0, 3])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aDatabaseThatWasClosedSaysSo(engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            let db = try await place.open()
            let late = Task { try await db.write { try $0.value("SELECT 7", as: Int.self) } }
            _ = await late.result
            await db.close()
            await #expect(throws: StorageError.closed) { try await db.read { _ in } }
            await #expect(throws: StorageError.closed) { try await db.write { _ in } }
        }
    }
}
