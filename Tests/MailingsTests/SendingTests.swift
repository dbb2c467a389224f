import Harness
import People
import Storage
import Testing
import Text
import Time

@testable import Mail
@testable import Mailings

/// Each recipient is written to once, at a pace, behind all other mail, whatever happens in between.
@Suite struct SendingTests {
    @Test(arguments: TestEngine.allCases) func everybodyIsWrittenToOnceHoweverOftenTheButtonIsPressed(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.limit()
            try await desk.people(250)
            let id = try await desk.draft()
            #expect(try await desk.approve(id))
            #expect(try await !desk.approve(id), "pressed twice")
            // Two nodes, which both look again and again.
            for _ in 0..<4 {
                async let one: Bool = desk.feeder.feedOnce()
                async let two: Bool = desk.feeder.feedOnce()
                _ = try await (one, two)
            }
            let posted = try await desk.posted()
            #expect(posted.count == 250 && Set(posted).count == 250)
            try await desk.settle(.sent)
            try await desk.feeder.feedOnce()
            #expect(try await desk.mailing(id)?.state == .sent)
            #expect(try await desk.counts(id) == [.sent: 250])
            #expect(try await !desk.feeder.feedOnce(), "nothing is under way")
        }
    }

    @Test(arguments: TestEngine.allCases) func aCrashInTheMiddleLosesNobodyAndRepeatsNobody(engine: TestEngine) async throws {
        struct Crash: Error {}
        try await WritingDesk.with(engine) { desk in
            try await desk.limit()
            try await desk.people(150)
            let id = try await desk.draft()
            try await desk.approve(id)
            let mailing = try #require(try await desk.mailing(id))
            let now = desk.time.now
            await #expect(throws: Crash.self) {
                try await desk.database.write { [services = desk.services] db in
                    _ = try MailingStore.markGathered(id, at: now, on: db)
                    _ = try AudienceStore.gather(mailing, services.audiences, .init(perWeek: 3, now: now), on: db)
                    throw Crash()
                }
            }
            #expect(try await desk.counts(id).isEmpty)
            try await desk.feeder.feedOnce()
            await #expect(throws: Crash.self) {
                try await desk.database.write { [desk] db in
                    let taken = try RecipientStore.take(100, of: id, at: now, on: db)
                    let letters = MailingLetters(mailing: mailing, services: desk.services)
                    try desk.outbox.postLater(try taken.compactMap { try letters.message(to: $0) }, on: db)
                    throw Crash()
                }
            }
            #expect(try await desk.posted().isEmpty)
            try await desk.feeder.feedOnce()
            #expect(Set(try await desk.posted()).count == 150)
            #expect(try await desk.posted().count == 150)
        }
    }

    @Test(arguments: TestEngine.allCases) func theyGoAtThePaceThatIsSet(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.limit(perMinute: 100)
            try await desk.people(25)
            _ = try await desk.sending()
            for expected in [10, 10, 20] {
                try await desk.feeder.feedOnce()
                #expect(try await desk.posted().count == expected)
                desk.time.advance(by: expected == 10 ? .seconds(3) : .seconds(1))
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func noMoreThanAWindowOfThemWaitsInTheOutbox(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.limit()
            try await desk.people(MailingFeeder.window + 50)
            let id = try await desk.sending()
            try await desk.feeder.feedOnce()
            #expect(try await desk.counts(id) == [.handed: MailingFeeder.window, .waiting: 50])
            try await desk.settle(.deferred)
            try await desk.feeder.feedOnce()
            #expect(try await desk.counts(id) == [.deferred: MailingFeeder.window, .handed: 50], "who is put off holds nobody up")
        }
    }

    @Test(arguments: TestEngine.allCases) func aConfirmationOvertakesAMailing(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.limit()
            try await desk.people(300)
            _ = try await desk.sending()
            try await desk.feeder.feedOnce()
            let message = Message(
                to: try #require(Mailbox("new@example.org")), language: .english, subject: "Confirm", blocks: [.paragraph("x")],
                origin: MailOrigin(kind: "signature", id: 1))
            let first = try await desk.database.write { [outbox = desk.outbox] db in
                try outbox.post(message, on: db)
                return try outbox.claim(1, on: db)
            }
            #expect(first.map(\.sealed.recipient) == ["new@example.org"])
        }
    }

    @Test(arguments: TestEngine.allCases) func itCanBeHeldUpGoOnAndBeStopped(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.limit(perMinute: 100)
            try await desk.people(30)
            let id = try await desk.sending()
            try await desk.feeder.feedOnce()
            let now = desk.time.now
            let database = desk.database
            #expect(try await database.write { try MailingStore.pause(id, at: now, on: $0) })
            #expect(try await !database.write { try MailingStore.pause(id, at: now, on: $0) })
            desk.time.advance(by: .minutes(1))
            #expect(try await !desk.feeder.feedOnce())
            #expect(try await desk.posted().count == 10)
            #expect(try await database.write { try MailingStore.resume(id, on: $0) })
            try await desk.feeder.feedOnce()
            #expect(try await desk.posted().count == 20)
            #expect(try await database.write { try MailingStore.cancel(id, at: now, on: $0) })
            #expect(try await !database.write { try MailingStore.resume(id, on: $0) })
            desk.time.advance(by: .minutes(1))
            try await desk.feeder.feedOnce()
            #expect(try await desk.posted().isEmpty, "what waited in the outbox does not go either")
            #expect(try await desk.counts(id) == [.stopped: 30])
            #expect(try await desk.mailing(id)?.state == .cancelled)
        }
    }

    @Test(arguments: TestEngine.allCases) func aMailboxThatIsGoneGetsNoFurtherMailing(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.limit()
            try await desk.people(2)
            let id = try await desk.sending()
            try await desk.feeder.feedOnce()
            let now = desk.time.now
            try await desk.database.write { [outbox = desk.outbox] db in
                let claims = try outbox.claim(10, on: db)
                try outbox.record(
                    [.sent(claims[0].id), .failed(claims[1].id, "550 5.1.1 nobody", mailboxIsGone: true)], on: db)
            }
            #expect(try await desk.counts(id) == [.sent: 1, .failed: 1])
            #expect(try await desk.count(try await desk.draft()) == AudienceCount(languages: [.english: 1], suppressed: 1, capped: 0))
            try await desk.feeder.feedOnce()
            #expect(try await desk.mailing(id)?.steps.endedAt == now)
        }
    }

    @Test(arguments: TestEngine.allCases) func whoRefusesWhileTheListIsMadeIsNotWrittenTo(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.limit()
            try await desk.people(2)
            let id = try await desk.sending()
            let now = desk.time.now
            // As it stands when the wish was committed before the list was.
            try await desk.database.write { db in
                try SuppressionStore.add("member0@example.org", source: "members", why: .asked, mailing: id, at: now, on: db)
                try db.run("UPDATE mailing_recipient SET state = 'waiting'")
            }
            try await desk.feeder.feedOnce()
            #expect(try await desk.posted() == ["member1@example.org"])
            #expect(try await desk.counts(id) == [.handed: 1, .stopped: 1])
        }
    }

    @Test(arguments: TestEngine.allCases) func whatWentOutIsNeverChanged(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.people(1)
            let id = try await desk.sending()
            let now = desk.time.now
            let words = MailingWords(language: .english, subject: "Other", body: "Other")
            try await desk.database.write { db in
                #expect(try !MailingStore.set(words, of: id, at: now, on: db))
                #expect(try !MailingStore.set(Audience(sources: ["friends"]), isPublic: true, of: id, on: db))
                #expect(try !MailingStore.removeWords(in: .english, of: id, on: db))
                #expect(try !MailingStore.remove(id, on: db))
                let copy = try MailingStore.begin(copying: try MailingStore.find(id, on: db), by: nil, at: now, on: db)
                let found = try MailingStore.find(copy, on: db)
                #expect(found?.words.map(\.subject) == ["News"] && found?.audience.sources == ["members"] && found?.state == .draft)
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func whoLeavesIsToldWhatIsKeptAndGetsNothingMore(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.limit()
            try await desk.add(["Amina@example.org", "b@example.org"])
            let id = try await desk.sending()
            try await desk.database.write { db in
                try db.run(
                    """
                    INSERT INTO person (id, name, mailbox, mailbox_key, password, language, zone, created_at)
                    VALUES (1, 'Amina', 'amina@example.org', 'amina@example.org', '', 'fr', 'UTC', 0)
                    """)
            }
            let amina = try #require(try await desk.database.read { try PersonStore.find(1, on: $0) })
            let data = MailingData(desk.services)
            let told = try await desk.database.read { try data.export(amina, on: $0) }
            guard case .list(let sent) = told["mailings"], case .record(let first) = sent.first else {
                Issue.record("nothing is told")
                return
            }
            #expect(first["subject"] == .text("News") && first["state"] == .text("waiting"))
            let now = desk.time.now
            try await desk.database.write { db in
                try SuppressionStore.add("amina@example.org", source: "friends", why: .asked, mailing: id, at: now, on: db)
                try data.erase(amina, choosing: ErasureChoice(withdrawsSignatures: false), on: db)
            }
            try await desk.feeder.feedOnce()
            #expect(try await desk.posted() == ["b@example.org"])
            let kept = try await desk.database.read { try data.export(amina, on: $0) }
            #expect(kept["mailings"] == .list([]))
            guard case .list(let wishes) = kept["noMoreMailings"] else { return }
            #expect(wishes.count == 1, "the wish stays")
        }
    }

    @Test(arguments: TestEngine.allCases) func mailboxesAreForgottenAndNumbersStay(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.limit()
            try await desk.people(3)
            let id = try await desk.sending()
            try await desk.feeder.feedOnce()
            try await desk.settle(.sent)
            desk.time.advance(by: Mailing.recipientsKeptFor + .days(1))
            try await MailingJobs(desk.services).forget()
            let left: Int? = try await desk.database.read {
                try $0.value("SELECT count(*) FROM mailing_recipient WHERE mailbox_key LIKE '%@%'")
            }
            #expect(left == 0)
            #expect(try await desk.counts(id) == [.sent: 3])
        }
    }
}
