import Harness
import Storage
import Testing

@Suite struct SQLiteTests {
    @Test func everyCommitIsFlushedToTheDisk() async throws {
        try await withDatabase(.sqlite) { db in
            let settings = try await db.write { db in
                [try db.value("PRAGMA synchronous", as: Int.self), try db.value("PRAGMA foreign_keys", as: Int.self)]
            }
            #expect(settings == [2, 1])
            #expect(try await db.read { try $0.value("PRAGMA journal_mode", as: String.self) } == "wal")
        }
    }

    @Test func aFullDiskIsRecognisedAndWorkGoesOnOnceThereIsRoom() async throws {
        try await withDatabase(.sqlite, migrations: Seats.migrations) { db in
            let pages = try await db.write { try $0.value("PRAGMA page_count", as: Int.self) ?? 0 }
            try await db.write { try $0.run(SQL(stringLiteral: "PRAGMA max_page_count = \(pages)")) }
            await #expect(throws: StorageError.full) {
                try await db.write { db in
                    for number in 0..<10_000 { try Seats.take("somebody with a long name, number \(number)", on: db) }
                }
            }
            #expect(try await Seats.names(db) == [])
            try await db.write { try $0.run("PRAGMA max_page_count = 100000") }
            try await db.write { try Seats.take("Amina", on: $0) }
            #expect(try await Seats.names(db) == ["Amina"])
        }
    }

    @Test func anotherProgramThatKeepsTheFileLockedIsWaitedFor() async throws {
        try await withPlace(.sqlite) { place in
            let db = try await place.open()
            try await db.migrate(Seats.migrations)
            let other = try await place.open()
            let door = Door()
            let held = await door.hold(other)
            let write = Task { try await db.write { try Seats.take("Amina", on: $0) } }
            try await door.open()
            try await held.value
            #expect(try await write.value == 1)
            await other.close()
            await db.close()
        }
    }
}
