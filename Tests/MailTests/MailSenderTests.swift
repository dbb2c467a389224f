import Foundation
import Harness
import Logging
import ServiceLifecycle
import Storage
import Testing
import Time

@testable import Mail

@Suite("The sender")
struct MailSenderTests {
    @Test("hands over every message once, over one connection", arguments: TestEngine.allCases)
    func accepted(_ engine: TestEngine) async throws {
        let sink = try Sink()
        try await SenderStage.withSender(sink.server(), engine: engine) { stage in
            for number in 0..<60 { try await stage.post("person\(number)@example.sn") }
            try await stage.waits { try await $0.states.allSatisfy { $0 == .sent } }
            let received = try sink.received
            #expect(received.count == 60)
            #expect(Set(received.flatMap(\.to)).count == 60)
            #expect(Set(received.map(\.from)).count == 60)
            #expect(Set(received.map(\.connection)) == [1])
            #expect(received.allSatisfy { $0.hello == "example.org" && !$0.tls })
            let read = try PythonHelper.read(Array(try #require(received.first).message.utf8))
            #expect(read.defects == [] && read.header("Subject") == "Confirmez votre signature")
        }
    }

    @Test("keeps lines that begin with a dot")
    func dots() async throws {
        let sink = try Sink()
        try await SenderStage.withSender(sink.server()) { stage in
            let message = try Samples.message(blocks: [.paragraph(".\n..\n.end\n.")])
            try await stage.database.write { [outbox = stage.outbox] db in _ = try outbox.post(message, on: db) }
            try await stage.waits { try await $0.states == [.sent] }
            let read = try PythonHelper.read(Array(try #require(try sink.received.first).message.utf8))
            #expect(read.texts[0].replacing("\r\n", with: "\n").hasPrefix(".\n..\n.end\n.\n"))
        }
    }

    @Test("tries again what the server puts off")
    func deferred() async throws {
        let sink = try Sink(["--defer", "2"])
        let time = OutboxStage()
        try await SenderStage.withSender(sink.server(), stage: time) { stage in
            try await stage.post("amina@example.sn", "rosa@example.ar", "dara@example.kh")
            try await stage.waits { try await $0.states.filter { $0 == .sent }.count == 1 }
            let waiting = try await stage.outbox.all(OutboxFilter(state: .queued), in: stage.database)
            #expect(waiting.map(\.error) == ["451 4.7.1 greylisted", "451 4.7.1 greylisted"])
            #expect(waiting.map(\.attempts) == [1, 1])
            time.pass(.minutes(1))
            try await stage.waits { try await $0.states == [.sent, .sent, .sent] }
            #expect(try sink.received.count == 3)
        }
    }

    @Test("gives up what the server refuses, and tells of mailboxes that do not exist")
    func refused() async throws {
        let sink = try Sink([
            "--refuse", "gone@example.sn", "--refuse", "full@example.sn=552 5.2.2 full", "--refuse", "policy@example.sn=554 5.7.1 listed",
        ])
        let time = OutboxStage()
        try await SenderStage.withSender(sink.server(), stage: time) { stage in
            try await stage.post("gone@example.sn", "full@example.sn", "policy@example.sn", "amina@example.sn")
            try await stage.waits { try await $0.states == [.failed, .failed, .queued, .sent] }
            #expect(try await stage.outbox.all(in: stage.database).last?.error == "550 5.1.1 no such mailbox")
        }
        #expect(time.gone == ["signature/0 gone@example.sn"])
    }

    @Test("does not take refused content for a mailbox that is gone")
    func refusedContent() async throws {
        let sink = try Sink(["--refuse-content", "550 looks like spam"])
        let time = OutboxStage()
        try await SenderStage.withSender(sink.server(), stage: time) { stage in
            try await stage.post("amina@example.sn")
            try await stage.waits { try await $0.states == [.failed] }
        }
        #expect(time.gone.isEmpty)
    }

    @Test("survives a connection that breaks", arguments: ["greeting", "mail", "rcpt", "data", "end"])
    func broken(_ place: String) async throws {
        let sink = try Sink(["--drop-at", place, "--drop", "2"])
        let time = OutboxStage()
        try await SenderStage.withSender(sink.server(), stage: time) { stage in
            try await stage.post("amina@example.sn", "rosa@example.ar")
            try await stage.waits { stage in
                time.pass(.minutes(1))
                return try await stage.states == [.sent, .sent]
            }
            let recipients = try sink.received.flatMap(\.to)
            #expect(Set(recipients) == ["amina@example.sn", "rosa@example.ar"])
            // Only a connection that breaks after the last line leaves a doubt, and with it a duplicate.
            #expect(recipients.count <= (place == "end" ? 4 : 2))
        }
    }

    @Test("waits for a server that is away, without counting it against the messages")
    func away() async throws {
        let first = try Sink()
        let port = first.port
        first.stop()
        let server = try SMTPServer(parsing: "smtp://127.0.0.1:\(port)")
        try await SenderStage.withSender(server) { stage in
            try await stage.post("amina@example.sn")
            try await Task.sleep(for: .milliseconds(500))
            let waiting = try await stage.outbox.all(in: stage.database)
            #expect(waiting.map(\.state) == [.queued] && waiting.map(\.attempts) == [0])
            let second = try Sink(port: port)
            try await stage.waits { try await $0.states == [.sent] }
            second.stop()
            try await stage.post("rosa@example.ar")
            let third = try Sink(port: port)
            try await stage.waits { try await $0.states == [.sent, .sent] }
            #expect(try third.received.count == 1)
        }
    }

    @Test("waits when the server refuses the site itself", arguments: ["550 5.7.1 who are you", "451 4.3.2 not now", "421 busy"])
    func refusedSender(_ answer: String) async throws {
        let sink = try Sink(["--refuse-sender", answer])
        try await SenderStage.withSender(sink.server()) { stage in
            try await stage.post("amina@example.sn")
            try await Task.sleep(for: .milliseconds(400))
            #expect(try await stage.outbox.all(in: stage.database).map(\.attempts) == [0])
            #expect(try await stage.states == [.queued])
        }
    }

    @Test("does not stop at a letter that is too large for the server")
    func tooLarge() async throws {
        let sink = try Sink(["--largest", "100000"])
        try await SenderStage.withSender(sink.server()) { stage in
            let large = try Samples.message(blocks: [.paragraph(String(repeating: "x", count: 200_000))])
            try await stage.database.write { [outbox = stage.outbox] db in _ = try outbox.post(large, on: db) }
            try await stage.post("amina@example.sn")
            try await stage.waits { try await $0.states == [.failed, .sent] }
        }
    }

    @Test("is not held up by a feature that fails to hear of a mailbox that is gone, or of anything")
    func failingHandler() async throws {
        struct Deaf: ReturnHandler, MailFollower {
            struct Trouble: Error {}
            func returned(_ origin: MailOrigin, mailbox: String, on db: any Writer) throws {
                if origin.id == 0 { throw Trouble() } else { try db.run("INSERT INTO nowhere (id) VALUES (1)") }
            }
            func followed(_ event: MailEvent, _ origins: [MailOrigin], on db: any Writer) throws {
                if event == .sent { throw Trouble() }
            }
        }
        let sink = try Sink(["--refuse", "a@example.sn", "--refuse", "b@example.sn"])
        let outbox = Outbox(secrets: Samples.secrets, clock: .system, handlers: [Deaf()], followers: [Deaf()])
        try await SenderStage.withSender(sink.server(), outbox: outbox) { stage in
            try await stage.post("a@example.sn", "b@example.sn", "amina@example.sn")
            try await stage.waits { try await $0.states == [.failed, .failed, .sent] }
            #expect(try sink.received.count == 1)
        }
    }

    @Test("opens another connection when the server wants one, without a pause")
    func lettersPerConnection() async throws {
        let sink = try Sink(["--letters", "3"])
        try await SenderStage.withSender(sink.server()) { stage in
            try await stage.post(
                "a@example.org", "b@example.org", "c@example.org", "d@example.org", "e@example.org", "f@example.org", "g@example.org")
            try await stage.waits { try await $0.states.allSatisfy { $0 == .sent } }
            #expect(try sink.received.map(\.connection) == [1, 1, 1, 2, 2, 2, 3])
        }
    }

    @Test("keeps to the pace of a domain and lets others pass")
    func pace() async throws {
        let sink = try Sink()
        try await SenderStage.withSender(sink.server(), perMinute: 20, stage: OutboxStage()) { stage in
            try await stage.post("a@slow.example", "b@slow.example", "c@slow.example", "d@other.example")
            try await stage.waits { try await $0.states == [.sent, .sent, .queued, .sent] }
            let waiting = try #require(try await stage.outbox.all(OutboxFilter(state: .queued), in: stage.database).first)
            #expect(waiting.attempts == 0 && waiting.dueAt == Samples.now + .seconds(3))
        }
    }

    @Test("leaves everything where it is without a server")
    func noServer() async throws {
        try await SenderStage.withSender(nil) { stage in
            try await stage.post("amina@example.sn")
            try await Task.sleep(for: .milliseconds(200))
            #expect(try await stage.outbox.all(in: stage.database).first?.message != nil)
        }
    }

    @Test("stops within the letter under way and gives the others back", arguments: TestEngine.allCases)
    func shutdown(_ engine: TestEngine) async throws {
        let sink = try Sink(["--slow", "0.3"])
        let server = try sink.server()
        let composer = try Samples.composer()
        let outbox = Outbox(secrets: Samples.secrets, clock: .system)
        try await withDatabase(engine, migrations: MailSchema.migrations) { database in
            let stage = SenderStage(database: database, outbox: outbox)
            try await stage.post("a@example.org", "b@example.org", "c@example.org", "d@example.org", "e@example.org")
            let logger = Logger(label: "mail") { _ in SwiftLogNoOpLogHandler() }
            let sender = MailSender(
                database: database, outbox: outbox, composer: composer, settings: .init(server: server), timing: SenderStage.timing,
                logger: logger)
            let group = ServiceGroup(services: [sender], logger: logger)
            async let work: Void = group.run()
            try await stage.waits { try await $0.states.contains(.sent) }
            await group.triggerGracefulShutdown()
            try await work
            let sent = try await stage.states.filter { $0 == .sent }.count
            #expect(sent < 5)
            #expect(try sink.received.count == sent)
            // Not leased: another node could take them now.
            #expect(try await database.write { db in try outbox.claim(10, on: db) }.count == 5 - sent)
        }
    }
}
