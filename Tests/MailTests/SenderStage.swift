import Foundation
import Harness
import Logging
import Storage
import Testing
import Time

@testable import Mail

/// A sender at work between a database and an SMTP sink.
struct SenderStage {
    let database: Database
    let outbox: Outbox

    func post(_ mailboxes: String...) async throws {
        let messages = try mailboxes.enumerated().map { try Samples.message(to: $1, origin: Int64($0)) }
        try await database.write { [outbox] db in for message in messages { try outbox.post(message, on: db) } }
    }

    var states: [MailState] {
        get async throws { try await outbox.all(in: database).reversed().map(\.state) }
    }

    /// Looks again and again until it holds; half a minute at most.
    func waits(for condition: (SenderStage) async throws -> Bool) async throws {
        for _ in 0..<1500 {
            if try await condition(self) { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("it did not happen within thirty seconds")
    }

    static let timing = {
        var timing = MailSender.Timing()
        timing.poll = .milliseconds(20)
        timing.firstPause = .milliseconds(50)
        timing.longestPause = .milliseconds(200)
        timing.patience = SMTPPatience(connect: .seconds(2), answer: .seconds(2), letter: .seconds(3))
        return timing
    }()

    /// Lends a stage whose sender works until `body` returns.
    static func withSender(
        _ server: SMTPServer?, engine: TestEngine = .sqlite, perMinute: Int = 100_000, stage: OutboxStage? = nil,
        outbox given: Outbox? = nil,
        _ body: (SenderStage) async throws -> Void
    ) async throws {
        let outbox = given ?? stage?.outbox() ?? Outbox(secrets: Samples.secrets, clock: .system)
        let composer = try Samples.composer()
        try await withDatabase(engine, migrations: MailSchema.migrations) { database in
            let sender = MailSender(
                database: database, outbox: outbox, composer: composer,
                settings: .init(server: server, perMinuteAndDomain: perMinute), timing: timing,
                logger: Logger(label: "mail") { _ in SwiftLogNoOpLogHandler() })
            let work = Task { try await sender.run() }
            do {
                try await body(SenderStage(database: database, outbox: outbox))
                work.cancel()
                try await work.value
            } catch {
                work.cancel()
                try await work.value
                throw error
            }
        }
    }
}
