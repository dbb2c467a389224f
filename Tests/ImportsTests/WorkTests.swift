import Harness
import People
import Storage
import Testing
import Text
import Time

@testable import Imports

/// The work on a list: in batches that are transactions, going on where it stopped.
@Suite struct WorkTests {
    /// More than two batches.
    private static let long = "name,mailbox\n" + (1...1_200).map { "Guest \($0),g\($0)@example.org\n" }.joined()

    @Test(arguments: TestEngine.allCases) func aListIsJudgedCarriedOutAndTakenBack(engine: TestEngine) async throws {
        try await GuestBook.with(engine) { book in
            let id = try await book.bring(Self.long + ",nobody@example.org\nShort\n")
            let counts = try await book.database.read { try ImportStore.counts(of: id, on: $0) }
            #expect(counts == [.created: 1_200, .refused: 2])
            #expect(try await book.find(id).state == .previewed)
            #expect(try await book.find(id).header == ["name", "mailbox"])
            #expect(try await book.guests() == 0, "a preview changes nothing")

            try await book.move(id, from: .previewed, to: .running)
            try await ImportWork(services: book.services()).run(id)
            #expect(try await book.guests() == 1_200)
            #expect(try await book.find(id).state == .done)
            try await ImportWork(services: book.services()).run(id)
            #expect(try await book.guests() == 1_200, "what is done is not done again")

            try await book.database.write { db in _ = try db.run("UPDATE guest SET name = 'Somebody' WHERE name = 'Guest 7'") }
            try await book.move(id, from: .done, to: .undoing)
            try await ImportWork(services: book.services()).run(id)
            #expect(try await book.guests() == 1, "what people changed stays")
            let reversals = try await book.database.read { try ImportStore.reversals(of: id, on: $0) }
            #expect(reversals == (1_199, 1))
        }
    }

    @Test(arguments: TestEngine.allCases) func aCrashInTheMiddleIsGoneOnFrom(engine: TestEngine) async throws {
        try await GuestBook.with(engine) { book in
            let id = try await book.bring(Self.long)
            try await book.move(id, from: .previewed, to: .running)
            // The power goes in the second batch, and again.
            let crashing = GuestImport(trouble: ("Guest 700", CancellationError()))
            for _ in 0..<2 {
                await #expect(throws: CancellationError.self) { try await ImportWork(services: book.services(crashing)).run(id) }
                #expect(try await book.guests() == 500, "a batch is there wholly or not at all")
                #expect(try await book.find(id).progress == 500)
            }
            try await ImportWork(services: book.services()).run(id)
            #expect(try await book.guests() == 1_200)
            let names: Int? = try await book.database.read { try $0.value("SELECT count(DISTINCT name) FROM guest") }
            #expect(names == 1_200)
        }
    }

    @Test(arguments: TestEngine.allCases) func twoWorkersOnOneListDoEachLineOnce(engine: TestEngine) async throws {
        try await GuestBook.with(engine) { book in
            let id = try await book.bring(Self.long)
            try await book.move(id, from: .previewed, to: .running)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 { group.addTask { try await ImportWork(services: book.services()).run(id) } }
                try await group.waitForAll()
            }
            #expect(try await book.guests() == 1_200)
        }
    }

    @Test(arguments: TestEngine.allCases) func whatTheProgramCannotDoIsToldAndTheRestCanGoOn(engine: TestEngine) async throws {
        try await GuestBook.with(engine) { book in
            struct Broken: Error {}
            let id = try await book.bring(Self.long)
            try await book.move(id, from: .previewed, to: .running)
            await #expect(throws: Broken.self) {
                try await ImportWork(services: book.services(GuestImport(trouble: ("Guest 700", Broken())))).run(id)
            }
            #expect(try await book.find(id).state == .failed)
            #expect(try await book.guests() == 500)
            // A database that is busy is not the fault of a list: it stays as it is, for the job to try again.
            try await book.move(id, from: .failed, to: .running)
            await #expect(throws: StorageError.self) {
                try await ImportWork(services: book.services(GuestImport(trouble: ("Guest 700", StorageError.busy)))).run(id)
            }
            #expect(try await book.find(id).state == .running)
            try await ImportWork(services: book.services()).run(id)
            #expect(try await book.guests() == 1_200)
        }
    }

    @Test(arguments: TestEngine.allCases) func aListThatStoppedWhileItWasReadIsReadAgainOrGivenUp(engine: TestEngine) async throws {
        try await GuestBook.with(engine) { book in
            struct Broken: Error {}
            let id = try await book.keep(Self.long)
            await #expect(throws: Broken.self) {
                try await ImportWork(services: book.services(GuestImport(unreadable: ("Guest 700", Broken())))).run(id)
            }
            #expect(try await book.find(id).state == .failed)
            let now = book.time.now
            let unjudged = try await book.database.read { try ImportStore.countUnjudged(of: id, on: $0) }
            #expect(unjudged == 700)
            let isRead = try await book.database.write { try ImportStore.set(["name", "mailbox"], of: id, at: now, on: $0) }
            #expect(isRead)
            try await ImportWork(services: book.services()).run(id)
            #expect(try await book.find(id).state == .previewed)
            #expect(try await book.database.read { try ImportStore.countPlanned(of: id, on: $0) } == 1_200)
        }
    }

    @Test(arguments: TestEngine.allCases) func whoIsErasedWhileAListIsReadStaysErased(engine: TestEngine) async throws {
        try await GuestBook.with(engine) { book in
            let id = try await book.keep("name,mailbox\nPetra, PETRA@example.org\nBo,bo@example.org\n")
            let told = try await book.database.read { db in try ImportData().export(book.person, on: db) }
            #expect("\(told)".contains("PETRA@example.org"), "nobody knows yet which column holds mailboxes")
            try await book.database.write { try ImportStore.forget(mailbox: "petra@example.org", on: $0) }
            // A verdict from before the erasure comes late.
            try await book.database.write { db in
                try ImportStore.note([(2, "petra@example.org", ImportVerdict(.created))], of: id, on: db)
            }
            try await ImportWork(services: book.services()).run(id)
            let lines = try await book.database.read { try ImportStore.lines(of: id, limit: 9, on: $0) }
            #expect(lines.map { $0.cells == nil } == [true, false])
            #expect(lines.map(\.outcome) == [.refused, .created])
        }
    }

    @Test(arguments: TestEngine.allCases) func cellsAreErasedAfterAMonthAndPreviewsGivenUp(engine: TestEngine) async throws {
        try await GuestBook.with(engine) { book in
            let done = try await book.bring("name,mailbox\nAma,ama@example.org\n")
            try await book.move(done, from: .previewed, to: .running)
            try await ImportWork(services: book.services()).run(done)
            let waiting = try await book.bring("name,mailbox\nBo,bo@example.org\n")
            let jobs = ImportJobs(book.services())
            book.time.advance(by: .days(29))
            try await jobs.forget()
            #expect(
                try await book.database.read { try ImportStore.lines(of: done, limit: 1, on: $0) }.first?.cells == [
                    "Ama", "ama@example.org",
                ])
            book.time.advance(by: .days(2))
            try await jobs.forget()
            for id in [done, waiting] {
                let line = try #require(try await book.database.read { try ImportStore.lines(of: id, limit: 1, on: $0) }.first)
                #expect(line.cells == nil)
                #expect(line.outcome == .created, "what became of it stays")
                #expect(try await book.find(id).fileName == "")
            }
            #expect(try await book.find(waiting).state == .discarded)
            let mailboxes: Int? = try await book.database.read {
                try $0.value("SELECT count(*) FROM import_line WHERE mailbox IS NOT NULL")
            }
            #expect(mailboxes == 0)
            // Undoing needs no cells.
            try await book.move(done, from: .done, to: .undoing)
            try await ImportWork(services: book.services()).run(done)
            #expect(try await book.guests() == 0)
        }
    }

    @Test(arguments: TestEngine.allCases) func aPersonIsToldTheirLinesAndErasedFromThem(engine: TestEngine) async throws {
        try await GuestBook.with(engine) { book in
            let id = try await book.bring("name,mailbox\nPetra,Petra@Example.org\nBo,bo@example.org\n")
            let told = try await book.database.read { db in try ImportData().export(book.person, on: db) }
            #expect("\(told)".contains("Petra@Example.org"))
            #expect("\(told)".contains("guests.csv"))
            #expect(!"\(told)".contains("bo@example.org"))
            try await book.database.write { db in
                try ImportData().erase(book.person, choosing: ErasureChoice(withdrawsSignatures: false), on: db)
            }
            let lines = try await book.database.read { try ImportStore.lines(of: id, limit: 9, on: $0) }
            #expect(lines.map { $0.cells == nil } == [true, false])
            #expect(lines.map(\.outcome) == [.refused, .created], "whoever asked to be erased is not brought in after all")
        }
    }
}
