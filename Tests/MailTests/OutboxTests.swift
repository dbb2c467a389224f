import Harness
import Storage
import Synchronization
import Testing
import Time

@testable import Mail

/// An outbox whose clock the test turns.
final class OutboxStage: Sendable {
    private let time = Mutex(Samples.now)
    private let told = Mutex<[String]>([])
    private let followed = Mutex<[String]>([])

    /// What time it is on this stage.
    var now: Instant { time.withLock { $0 } }
    /// Who is gone, as a feature heard of it: `signature/7 amina@example.sn`.
    var gone: [String] { told.withLock { $0 } }

    /// What became of messages, as a feature heard of it: `sent signature/7`.
    var events: [String] { followed.withLock { $0 } }

    func pass(_ duration: Duration) {
        time.withLock { $0 = $0 + duration }
    }

    func outbox() -> Outbox {
        Outbox(secrets: Samples.secrets, clock: Clock { self.now }, handlers: [Witness(stage: self)], followers: [Witness(stage: self)])
    }

    /// Notes who is gone, as a feature would.
    private struct Witness: ReturnHandler, MailFollower {
        let stage: OutboxStage
        func returned(_ origin: MailOrigin, mailbox: String, on db: any Writer) throws {
            stage.told.withLock { $0.append("\(origin.kind)/\(origin.id) \(mailbox)") }
        }
        func followed(_ event: MailEvent, _ origins: [MailOrigin], on db: any Writer) throws {
            stage.followed.withLock { $0 += origins.map { "\(event.rawValue) \($0.kind)/\($0.id)" } }
        }
    }
}

extension Outbox {
    func all(_ filter: OutboxFilter = OutboxFilter(), in database: Database) async throws -> [OutboxEntry] {
        try await database.read { db in
            var entries: [OutboxEntry] = []
            try self.entries(filter, on: db) { entries.append($0) }
            return entries
        }
    }
}

@Suite("The outbox")
struct OutboxTests {
    private let stage = OutboxStage()

    @Test("gives out a message as it was posted, once", arguments: TestEngine.allCases)
    func claim(_ engine: TestEngine) async throws {
        let outbox = stage.outbox()
        let message = try Samples.message(unsubscribe: "https://example.org/stop")
        try await withDatabase(engine, migrations: MailSchema.migrations) { database in
            let id = try await database.write { db in try outbox.post(message, on: db) }
            #expect(try await database.read { db in try outbox.isDue(on: db) })
            let claims = try await database.write { db in try outbox.claim(10, on: db) }
            #expect(claims.map(\.id) == [id])
            #expect(try outbox.open(claims[0].sealed) == message)
            #expect(try await database.write { db in try outbox.claim(10, on: db) }.isEmpty)
            #expect(try await database.read { db in try !outbox.isDue(on: db) })
        }
    }

    @Test("takes nothing that is rolled back", arguments: TestEngine.allCases)
    func rolledBack(_ engine: TestEngine) async throws {
        struct Refusal: Error {}
        let outbox = stage.outbox()
        let message = try Samples.message()
        try await withDatabase(engine, migrations: MailSchema.migrations) { database in
            await #expect(throws: Refusal.self) {
                try await database.write { db in
                    try outbox.post(message, on: db)
                    throw Refusal()
                }
            }
            let entries = try await outbox.all(in: database)
            #expect(entries.isEmpty)
        }
    }

    @Test("keeps no readable body, and none at all once sent", arguments: TestEngine.allCases)
    func sealed(_ engine: TestEngine) async throws {
        let outbox = stage.outbox()
        let message = try Samples.message(blocks: [.paragraph("secret-words")])
        try await withDatabase(engine, migrations: MailSchema.migrations) { database in
            let id = try await database.write { db in try outbox.post(message, on: db) }
            let body: [UInt8]? = try await database.read { db in try db.value("SELECT body FROM mail") }
            #expect(body.map { String(decoding: $0, as: UTF8.self).contains("secret-words") } == false)
            #expect(try await outbox.all(in: database).first?.message == message)
            try await database.write { db in try outbox.record([.sent(id)], on: db) }
            let after: [UInt8]? = try await database.read { db in try db.value("SELECT body FROM mail") }
            #expect(after == nil)
            let entry = try #require(try await outbox.all(in: database).first)
            #expect(entry.state == .sent && entry.message == nil && entry.sentAt == Samples.now && entry.subject == message.subject)
        }
    }

    @Test("gives personal messages first, older ones first, none before its time", arguments: TestEngine.allCases)
    func order(_ engine: TestEngine) async throws {
        let (outbox, stage) = (stage.outbox(), stage)
        let bulk = try Samples.message(origin: 1, unsubscribe: "https://example.org/stop")
        let personal = try Samples.message(origin: 2)
        try await withDatabase(engine, migrations: MailSchema.migrations) { database in
            try await database.write { db in
                for _ in 0..<3 { try outbox.post(bulk, on: db) }
                try outbox.post(personal, notBefore: Samples.now + .hours(1), on: db)
                try outbox.post(personal, on: db)
            }
            let first = try await database.write { db in try outbox.claim(2, on: db) }
            #expect(first.map(\.sealed.origin.id) == [2, 1])
            stage.pass(.hours(1))
            let second = try await database.write { db in try outbox.claim(10, on: db) }
            #expect(second.count == 5)
            #expect(second.prefix(2).map(\.sealed.origin.id) == [2, 2])
        }
    }

    @Test("tells features what becomes of their messages, once, and takes back what was not sent", arguments: TestEngine.allCases)
    func followers(_ engine: TestEngine) async throws {
        let (outbox, stage) = (stage.outbox(), stage)
        let messages = try (1...5).map { try Samples.message(origin: Int64($0)) }
        try await withDatabase(engine, migrations: MailSchema.migrations) { database in
            let ids = try await database.write { db in try messages.map { try outbox.post($0, on: db) } }
            try await database.write { db in
                try outbox.record(
                    [.sent(ids[0]), .sent(ids[1]), .deferred(ids[2], "451"), .failed(ids[3], "550", mailboxIsGone: false)], on: db)
                try outbox.record([.sent(ids[0])], on: db)
            }
            #expect(stage.events.sorted() == ["deferred signature/3", "failed signature/4", "sent signature/1", "sent signature/2"])
            let withdrawn = try await database.write { db in try Outbox.withdraw("signature", [1, 3, 4, 5], on: db) }
            #expect(withdrawn.sorted() == [3, 5], "what was sent or given up stays as it is")
            #expect(try await database.write { db in try Outbox.withdraw("other", [1, 2], on: db) }.isEmpty)
        }
    }

    @Test("takes back what a node did not finish in two minutes, or gave back", arguments: TestEngine.allCases)
    func leases(_ engine: TestEngine) async throws {
        let (outbox, stage) = (stage.outbox(), stage)
        let message = try Samples.message()
        try await withDatabase(engine, migrations: MailSchema.migrations) { database in
            let id = try await database.write { db in try outbox.post(message, on: db) }
            let claim = { try await database.write { db in try outbox.claim(10, on: db).map(\.id) } }
            #expect(try await claim() == [id])
            stage.pass(.seconds(119))
            #expect(try await claim() == [])
            stage.pass(.seconds(1))
            #expect(try await claim() == [id])
            try await database.write { db in try outbox.giveBack([id], on: db) }
            #expect(try await claim() == [id])
            #expect(try await outbox.all(in: database).first?.attempts == 0)
        }
    }

    @Test("tries for three days, then gives up and forgets the words", arguments: TestEngine.allCases)
    func deferred(_ engine: TestEngine) async throws {
        let (outbox, stage) = (stage.outbox(), stage)
        let message = try Samples.message()
        try await withDatabase(engine, migrations: MailSchema.migrations) { database in
            let id = try await database.write { db in try outbox.post(message, on: db) }
            var waits: [Duration] = []
            while let entry = try await outbox.all(in: database).first, entry.state == .queued {
                let now = stage.now
                let due = try #require(entry.dueAt)
                if due > now { waits.append(due - now) }
                stage.pass(max(due - now, .zero))
                #expect(try await database.write { db in try outbox.claim(1, on: db) }.count == 1)
                try await database.write { db in try outbox.record([.deferred(id, "450 later")], on: db) }
            }
            #expect(waits.prefix(5) == [.minutes(1), .minutes(5), .minutes(30), .hours(2), .hours(6)])
            #expect(waits.reduce(.zero, +) > .days(3) && waits.reduce(.zero, +) < .days(4))
            let entry = try #require(try await outbox.all(in: database).first)
            #expect(entry.state == .failed && entry.error == "450 later" && entry.message == nil)
            #expect(stage.gone.isEmpty)
        }
    }

    @Test("tells features of a mailbox that does not exist, not of other refusals", arguments: TestEngine.allCases)
    func failed(_ engine: TestEngine) async throws {
        let (outbox, stage) = (stage.outbox(), stage)
        let message = try Samples.message(origin: 7)
        try await withDatabase(engine, migrations: MailSchema.migrations) { database in
            try await database.write { db in
                let ids = try (0..<2).map { _ in try outbox.post(message, on: db) }
                try outbox.record(
                    [.failed(ids[0], "550", mailboxIsGone: true), .failed(ids[1], "554 spam", mailboxIsGone: false)], on: db)
                // A second node that reports the same.
                try outbox.record([.failed(ids[0], "550", mailboxIsGone: true), .sent(ids[0])], on: db)
            }
            #expect(try await outbox.all(in: database).map(\.state) == [.failed, .failed])
        }
        #expect(stage.gone == ["signature/7 amina@example.sn"])
    }

    @Test("shows page by page what it holds, and forgets a person", arguments: TestEngine.allCases)
    func entries(_ engine: TestEngine) async throws {
        let outbox = stage.outbox()
        let composer = try Samples.composer()
        let amina = try Samples.message()
        let rosa = try Samples.message(to: "rosa@example.ar", subject: "Firma \"ya\"\u{2028}")
        try await withDatabase(engine, migrations: MailSchema.migrations) { database in
            try await database.write { db in
                for message in [amina, rosa, amina, rosa] { try outbox.post(message, on: db) }
            }
            let all = try await outbox.all(in: database)
            #expect(all.map(\.to) == ["rosa@example.ar", "amina@example.sn", "rosa@example.ar", "amina@example.sn"])
            #expect(try await outbox.all(OutboxFilter(before: all[1].id, limit: 1), in: database).map(\.id) == [all[2].id])
            #expect(try await outbox.all(OutboxFilter(state: .sent), in: database).isEmpty)
            let line = try all[0].json(composer)
            #expect(!line.contains("\n") && line.contains("\"subject\":\"Firma \\\"ya\\\"") && line.contains("\"text\":\"Bonjour"))
            #expect(try await database.write { db in try outbox.forget(rosa.origin, to: rosa.to.address, on: db) } == 2)
            #expect(try await database.write { db in try outbox.purge(before: Samples.now + .days(1), on: db) } == 0)
            #expect(try await outbox.all(in: database).map(\.to) == ["amina@example.sn", "amina@example.sn"])
        }
    }

    @Test("gives no message to two nodes that claim at once", arguments: TestEngine.allCases)
    func twoNodes(_ engine: TestEngine) async throws {
        let outbox = stage.outbox()
        let message = try Samples.message()
        try await withDatabase(engine, migrations: MailSchema.migrations) { database in
            try await database.write { db in for _ in 0..<200 { try outbox.post(message, on: db) } }
            let claimed = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for _ in 0..<20 { group.addTask { try await database.write { db in try outbox.claim(10, on: db).map(\.id) } } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(claimed.count == 200)
            #expect(Set(claimed).count == 200)
        }
    }

    @Test func whatWasGivenUpIsCountedByAnIndex() async throws {
        try await withDatabase(.sqlite, migrations: MailSchema.migrations) { database in
            let plan = try await database.read { db in
                try db.rows("EXPLAIN QUERY PLAN \(sql: Outbox.failed(since: Samples.now))").map { try $0["detail"] as String }
            }
            #expect(plan.contains { $0.contains("mail_failed") }, "\(plan)")
        }
    }
}
