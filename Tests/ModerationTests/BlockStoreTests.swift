import Harness
import People
import Secrets
import Storage
import Testing
import Text
import Time

@testable import Moderation

/// What is watched for, as it is kept: found, ended by its date, and told about and forgotten with people.
@Suite struct BlockStoreTests {
    private let time = TestClock()

    private func with(_ engine: TestEngine, _ body: (Database) async throws -> Void) async throws {
        try await withDatabase(engine, migrations: PersonSchema.migrations + BlockSchema.migrations) { try await body($0) }
    }

    private func person(_ name: String, _ database: Database) async throws -> Person {
        let mailbox = "\(name.lowercased())@example.org"
        let password = try await PasswordKeeper(cost: .least).hash("eine Brücke und ein Fluss")
        let draft = PersonStore.Draft(name: name, mailbox: mailbox, password: password, language: .english)
        let now = time.now
        return try #require(try await database.write { try PersonStore.create(draft, at: now, on: $0) })
    }

    private func put(
        _ kind: Block.Kind, _ value: String, reason: String = "Sample reason", until end: Instant? = nil, by person: Person,
        _ database: Database
    ) async throws {
        let now = time.now
        try await database.write { try BlockStore.put(kind, value, reason: reason, until: end, by: person, at: now, on: $0) }
    }

    private func all(_ database: Database) async throws -> [Block] {
        let now = time.now
        return try await database.read { try BlockStore.all(at: now, on: $0) }
    }

    private func erase(_ person: Person, _ database: Database) async throws {
        let keepers: [any PersonalDataKeeper] = [BlockData(), AccountData(clock: time.clock)]
        try await database.write { db in
            for keeper in keepers { try keeper.erase(person, choosing: .init(withdrawsSignatures: true), on: db) }
        }
    }

    @Test(arguments: TestEngine.allCases) func whatIsWatchedForIsFoundTheNewestFirst(engine: TestEngine) async throws {
        try await with(engine) { database in
            let jonas = try await person("Jonas", database)
            try await put(.mailbox, "flood@example.org", by: jonas, database)
            try await put(.domain, "example.org", reason: "Another", until: time.now + .days(1), by: jonas, database)
            let found = try await all(database)
            #expect(found.map(\.value) == ["example.org", "flood@example.org"])
            let block = try #require(found.first)
            #expect(block.kind == .domain && block.reason == "Another" && block.personName == "Jonas")
            #expect(block.madeAt == time.now && block.endsAt == time.now + .days(1))
            #expect(found.last?.endsAt == nil)
            #expect(try await database.read { try BlockStore.find(block.id, on: $0) } == block)
            try await database.write { try BlockStore.remove(block.id, on: $0) }
            #expect(try await database.read { try BlockStore.find(block.id, on: $0) } == nil)
            #expect(try await all(database).map(\.value) == ["flood@example.org"])
        }
    }

    @Test(arguments: TestEngine.allCases) func sayingItAgainGivesAnotherReasonAndEnd(engine: TestEngine) async throws {
        try await with(engine) { database in
            let (jonas, els) = try await (person("Jonas", database), person("Els", database))
            try await put(.word, "cheap elixir", until: time.now + .days(1), by: jonas, database)
            try await put(.domain, "cheap elixir", by: jonas, database)
            let first = try #require(try await all(database).last)
            time.advance(by: .hours(1))
            try await put(.word, "cheap elixir", reason: "It goes on", by: els, database)
            let found = try await all(database)
            #expect(found.map(\.kind) == [.domain, .word], "a kind of its own stays what it was")
            let again = try #require(found.last)
            #expect(again.id == first.id && again.reason == "It goes on" && again.personName == "Els")
            #expect(again.madeAt == time.now && again.endsAt == nil)
        }
    }

    @Test(arguments: TestEngine.allCases) func itEndsByItselfOnItsDate(engine: TestEngine) async throws {
        try await with(engine) { database in
            let jonas = try await person("Jonas", database)
            try await put(.network, "192.0.2.0/24", until: time.now + .hours(2), by: jonas, database)
            try await put(.network, "198.51.100.0/24", by: jonas, database)
            let ending = try #require(try await all(database).last)
            time.advance(by: .hours(2) - .milliseconds(1))
            #expect(try await all(database).count == 2)
            time.advance(by: .milliseconds(1))
            #expect(try await all(database).map(\.value) == ["198.51.100.0/24"])
            try await put(.network, "192.0.2.0/24", until: time.now + .days(1), by: jonas, database)
            #expect(try await all(database).map(\.id).contains(ending.id), "what has ended can begin again")
        }
    }

    @Test(arguments: TestEngine.allCases) func theBlockOfAMailboxIsToldToItsPersonAndOutlivesThem(engine: TestEngine) async throws {
        try await with(engine) { database in
            let (jonas, amina) = try await (person("Jonas", database), person("Amina", database))
            try await put(.mailbox, Person.key(of: "AMINA@Example.org"), until: time.now + .days(1), by: jonas, database)
            try await put(.mailbox, "other@example.org", by: jonas, database)
            try await put(.word, "amina@example.org", by: jonas, database)
            let told = try await database.read { try BlockData().export(amina, on: $0) }
            let block = DataValue.record([
                "mailbox": .text("amina@example.org"), "since": .moment(time.now), "until": .moment(time.now + .days(1)),
            ])
            #expect(told == ["blocks": .list([block])])
            #expect(try await database.read { try BlockData().export(jonas, on: $0) } == ["blocks": .list([])])
            try await erase(amina, database)
            #expect(try await all(database).map(\.value).last == "amina@example.org")
        }
    }

    @Test(arguments: TestEngine.allCases) func whoeverSaidItLeavesNoNameBehind(engine: TestEngine) async throws {
        try await with(engine) { database in
            let (jonas, els) = try await (person("Jonas", database), person("Els", database))
            try await put(.domain, "first.example", by: jonas, database)
            try await put(.domain, "second.example", by: els, database)
            try await erase(jonas, database)
            let found = try await all(database)
            #expect(found.map(\.value) == ["second.example", "first.example"])
            #expect(found.map(\.personName) == ["Els", ""])
            #expect(try await database.read { try $0.value("SELECT count(*) FROM block WHERE person IS NULL") } == 1)
        }
    }
}
