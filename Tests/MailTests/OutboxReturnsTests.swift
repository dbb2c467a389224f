import Harness
import Storage
import Testing

@testable import Mail

@Suite("The outbox and returned messages")
struct OutboxReturnsTests {
    private let stage = OutboxStage()

    /// Sends messages to these mailboxes and takes the sample, written about the one at `about`, twice; answers both outcomes and the states.
    private func take(
        _ sample: String, about index: Int, to mailboxes: [String], believing belief: Outbox.Belief = .marked, _ engine: TestEngine
    ) async throws -> (outcomes: [ReturnOutcome], states: [MailState]) {
        let outbox = stage.outbox()
        let messages = try mailboxes.enumerated().map { try Samples.message(to: $1, origin: Int64($0)) }
        return try await withDatabase(engine, migrations: MailSchema.migrations) { database in
            let ids = try await database.write { db in
                let ids = try messages.map { try outbox.post($0, on: db) }
                try outbox.record(ids.map { .sent($0) }, on: db)
                return ids
            }
            let mail = try ReturnedMail.parse(ReturnedSamples.bytes(sample, id: ids[index]))
            var outcomes: [ReturnOutcome] = []
            for _ in 0..<2 { outcomes.append(try await database.write { db in try outbox.returned(mail, believing: belief, on: db) }) }
            return (outcomes, try await outbox.all(in: database).reversed().map(\.state))
        }
    }

    @Test(
        "mark the message whose mark they bear and tell its feature, once", arguments: TestEngine.allCases,
        [
            ReturnedSamples.postfix, ReturnedSamples.exim, ReturnedSamples.exchange, ReturnedSamples.qmail, ReturnedSamples.french,
            ReturnedSamples.yahoo, ReturnedSamples.domino, ReturnedSamples.several(ours: "failed", "5.1.1"),
        ])
    func marked(_ engine: TestEngine, _ sample: String) async throws {
        let taken = try await take(sample, about: 0, to: ["amina@example.sn", "amina@example.sn"], engine)
        #expect(taken.outcomes == [.gone(origin(0)), .known])
        #expect(taken.states == [.returned, .sent])
        #expect(stage.gone == ["signature/0 amina@example.sn"])
    }

    private func origin(_ id: Int64) -> MailOrigin { MailOrigin(kind: "signature", id: id) }

    @Test("count for the mailbox that we wrote to, also if that one forwards", arguments: TestEngine.allCases)
    func forwarded(_ engine: TestEngine) async throws {
        _ = try await take(ReturnedSamples.postfix, about: 0, to: ["forwarding@example.org"], engine)
        #expect(stage.gone == ["signature/0 forwarding@example.org"])
    }

    @Test("about several recipients say of ours only what they say about it", arguments: TestEngine.allCases)
    func several(_ engine: TestEngine) async throws {
        let delayed = try await take(ReturnedSamples.several(ours: "delayed", "4.4.1"), about: 0, to: ["Amina@example.sn"], engine)
        #expect(delayed.outcomes == [.delayed, .delayed] && delayed.states == [.sent])
        let relayed = try await take(ReturnedSamples.several(ours: "relayed", "2.0.0"), about: 0, to: ["amina@example.sn"], engine)
        #expect(relayed.outcomes == [.foreign, .foreign] && relayed.states == [.sent])
        let others = try await take(ReturnedSamples.several(ours: "failed", "5.1.1"), about: 0, to: ["rosa@example.ar"], engine)
        #expect(others.outcomes == [.foreign, .foreign] && others.states == [.sent])
        #expect(stage.gone.isEmpty)
    }

    @Test("that Exim names several mailboxes in count for ours alone", arguments: TestEngine.allCases)
    func severalPlain(_ engine: TestEngine) async throws {
        let sample = ReturnedSamples.exim.replacing("Recipients: amina", with: "Recipients: zzz@example.net, amina")
        let ours = try await take(sample, about: 0, to: ["amina@example.sn"], engine)
        #expect(ours.outcomes == [.gone(origin(0)), .known])
        let others = try await take(sample, about: 0, to: ["rosa@example.ar"], engine)
        #expect(others.outcomes == [.foreign, .foreign])
    }

    @Test("without a mark change nothing: anybody can write them", arguments: TestEngine.allCases)
    func unmarked(_ engine: TestEngine) async throws {
        let taken = try await take(unmarkedSample, about: 0, to: ["amina@example.sn"], engine)
        #expect(taken.outcomes == [.foreign, .foreign] && taken.states == [.sent])
        #expect(stage.gone.isEmpty)
    }

    @Test("without a mark mean the newest message to their mailbox, where a person vouches for them", arguments: TestEngine.allCases)
    func believed(_ engine: TestEngine) async throws {
        let mailboxes = ["amina@example.sn", "amina@example.sn", "rosa@example.ar"]
        let taken = try await take(unmarkedSample, about: 0, to: mailboxes, believing: .anyReport, engine)
        // The second time it can only be about the one before.
        #expect(taken.outcomes == [.gone(origin(1)), .gone(origin(0))])
        #expect(taken.states == [.returned, .returned, .sent])
        #expect(stage.gone == ["signature/1 amina@example.sn", "signature/0 amina@example.sn"])
    }

    private var unmarkedSample: String {
        ReturnedSamples.postfix.replacing("SENDER", with: "socle@example.org").replacing("MESSAGE-ID", with: "1@example.org")
    }

    @Test("that announce a delay, or a full mailbox, cost nobody a signature", arguments: TestEngine.allCases)
    func harmless(_ engine: TestEngine) async throws {
        let delayed = try await take(ReturnedSamples.postfixDelayed, about: 0, to: ["amina@example.sn"], engine)
        #expect(delayed.outcomes == [.delayed, .delayed] && delayed.states == [.sent])
        let full = try await take(ReturnedSamples.postfixFull, about: 0, to: ["amina@example.sn"], engine)
        #expect(full.outcomes == [.kept(origin(0)), .known] && full.states == [.returned])
        #expect(stage.gone.isEmpty)
    }

    @Test("with the number of another message and its own code change nothing", arguments: TestEngine.allCases)
    func forged(_ engine: TestEngine) async throws {
        let sample = ReturnedSamples.postfix.replacing("SENDER", with: "socle+b-1-0000000000@example.org")
            .replacing("MESSAGE-ID", with: "1.0000000000@example.org").replacing("amina@example.sn", with: "eve@example.net")
        let taken = try await take(sample, about: 0, to: ["amina@example.sn"], engine)
        #expect(taken.outcomes == [.foreign, .foreign] && taken.states == [.sent])
    }
}
