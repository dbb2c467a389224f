import Harness
import Jobs
import Moderation
import People
import Storage
import Testing
import Text
import Time
import Web

@testable import Imports

/// A list of guests: the smallest kind there can be. Its judge can be made to stop.
struct GuestImport: ImportKind {
    let name = "guests"
    let title = "imports.title"
    let lead = "imports.lead"
    let role = Role.moderator
    let columns = [ImportColumn("name", required: true) { _ in "Name" }, ImportColumn("mailbox", isMailbox: true) { _ in "Mailbox" }]
    /// What happens when a guest of that name is to be let in.
    var trouble: (name: String, error: any Error & Sendable)?
    /// What happens when the line of a guest of that name is judged.
    var unreadable: (name: String, error: any Error & Sendable)?

    static let migration = Migration("guests-001", "Guests", ["CREATE TABLE guest (id \(type: .key), name \(type: .text) NOT NULL)"])

    func judge(_ import: Import, on db: any Reader) throws -> any ImportJudge { GuestJudge(trouble: trouble, unreadable: unreadable) }

    func undo(_ lines: [ImportLine], of import: Import, at now: Instant, on db: any Writer) throws -> [ImportReversal] {
        try lines.map { line in
            let gone = try db.run("DELETE FROM guest WHERE id = \(line.made) AND name = \(line.mark)")
            return ImportReversal(line.number, gone == 1 ? .undone : .kept)
        }
    }

    func canUndo(_ lines: [ImportLine], of import: Import, on db: any Reader) throws -> Bool { true }

    func describe(_ ids: [Int64], _ t: Translator, on db: any Reader) throws -> [Int64: ImportSubject] { [:] }
}

private struct GuestJudge: ImportJudge {
    let trouble: (name: String, error: any Error & Sendable)?
    let unreadable: (name: String, error: any Error & Sendable)?

    mutating func judge(_ lines: [ImportRecord], on db: any Reader) throws -> [ImportVerdict] {
        if let unreadable, lines.contains(where: { $0.fields["name"] == unreadable.name }) { throw unreadable.error }
        return lines.map { line in
            line.fields["name"] == nil
                ? .refused([FormProblem(field: "name", key: "form.problem.required")]) : ImportVerdict(.created)
        }
    }

    mutating func carryOut(_ lines: [ImportPlan], at now: Instant, on db: any Writer) throws -> [ImportDeed] {
        try lines.map { line in
            let name = line.record.fields["name"] ?? ""
            if let trouble, trouble.name == name { throw trouble.error }
            let id: Int64? = try db.row("INSERT INTO guest (name) VALUES (\(name)) RETURNING id")?["id"]
            return ImportDeed(line.record.number, .created, made: id, mark: name)
        }
    }
}

/// A database with a list in it.
struct GuestBook: Sendable {
    let database: Database
    let time: TestClock
    let person: Person

    static func with(_ engine: TestEngine, _ body: (GuestBook) async throws -> Void) async throws {
        let time = TestClock()
        let migrations = JobSchema.migrations + PersonSchema.migrations + ImportSchema.migrations + [GuestImport.migration]
        try await withDatabase(engine, migrations: migrations) { database in
            let now = time.now
            let person = try await database.write { db -> Person? in
                try db.run(
                    """
                    INSERT INTO person (name, mailbox, mailbox_key, password, language, zone, created_at)
                    VALUES ('Petra', 'petra@example.org', 'petra@example.org', '', 'en', 'UTC', \(now))
                    """)
                return try PersonStore.find(mailbox: "petra@example.org", on: db)
            }
            try await body(GuestBook(database: database, time: time, person: try #require(person)))
        }
    }

    func services(_ kind: GuestImport = GuestImport()) -> ImportServices {
        ImportServices(database: database, clock: time.clock, menu: DeskMenu([]), kinds: [kind])
    }

    /// Keeps a list and judges it.
    func bring(_ text: String) async throws -> Int64 {
        let id = try await keep(text)
        try await ImportWork(services: services()).run(id)
        return id
    }

    /// Keeps a list that nobody has judged.
    func keep(_ text: String) async throws -> Int64 {
        let sheet = try Sheet(Array(text.utf8))
        let kind = GuestImport()
        let draft = ImportStore.Draft(
            kind: kind.name, subject: nil, language: .english, fileName: "guests.csv", sheet: sheet,
            columns: try ColumnMatching.match(sheet.header, kind.columns), person: person.id, isReady: true)
        let now = time.now
        return try await database.write { db in try ImportStore.add(draft, at: now, on: db) }
    }

    func move(_ id: Int64, from: Import.State, to: Import.State) async throws {
        let now = time.now
        let isMoved = try await database.write { db in try ImportStore.move(id, from: [from], to: to, goal: 1, at: now, on: db) }
        #expect(isMoved)
    }

    func find(_ id: Int64) async throws -> Import {
        try #require(try await database.read { try ImportStore.find(id, on: $0) })
    }

    func guests() async throws -> Int {
        try await database.read { try $0.value("SELECT count(*) FROM guest") ?? 0 }
    }
}
