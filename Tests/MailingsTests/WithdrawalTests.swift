import Harness
import Mail
import Storage
import Testing
import Time

@testable import Mailings

/// Who takes something back is not written to by what was begun before, however their mailbox is written.
@Suite struct WithdrawalTests {
    @Test(arguments: TestEngine.allCases) func whoWithdrawsAfterTheListWasMadeIsNotWrittenTo(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.limit(perMinute: 100)
            try await desk.add((0..<12).map { "Member\($0)@Example.org" })
            let id = try await desk.sending()
            try await desk.feeder.feedOnce()
            let first = try #require(try await desk.posted().first)
            try await desk.database.write { db in
                try MailingWithdrawal.forget(mailbox: first.lowercased(), as: ["members"], on: db)
                try MailingWithdrawal.forget(mailbox: "member11@example.org", as: ["members"], on: db)
                try MailingWithdrawal.forget(mailbox: "member10@example.org", as: ["friends"], on: db)
                try MailingWithdrawal.forget(mailbox: "member10@example.org", as: ["members"], campaign: "another", on: db)
            }
            #expect(try await !desk.posted().contains(first), "it left the outbox")
            desk.time.advance(by: .minutes(1))
            try await desk.feeder.feedOnce()
            #expect(try await desk.counts(id) == [.handed: 10, .stopped: 2])
            #expect(try await desk.posted().count == 10)
            let kept: Int? = try await desk.database.read {
                try $0.value("SELECT count(*) FROM mailing_recipient WHERE mailbox_key LIKE 'member%'")
            }
            #expect(kept == 10, "the others are forgotten")
        }
    }

    @Test(arguments: TestEngine.allCases) func aWishStopsLettersToTheMailboxHoweverItIsWritten(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.limit()
            try await desk.add(["Amina@Example.org", "B@Example.org"])
            let id = try await desk.sending()
            try await desk.feeder.feedOnce()
            let now = desk.time.now
            let returns = MailingReturns(clock: desk.time.clock)
            try await desk.database.write { db in
                try SuppressionStore.add("amina@example.org", source: "members", why: .asked, mailing: id, at: now, on: db)
                try returns.returned(MailOrigin(kind: "signature", id: 1), mailbox: "b@example.org", on: db)
            }
            #expect(try await desk.posted().isEmpty)
            #expect(try await desk.counts(id) == [.stopped: 2])
        }
    }

    @Test(arguments: TestEngine.allCases) func aReturnedMailRenewsNoWish(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            let asked = desk.time.now
            try await desk.database.write { db in
                try SuppressionStore.add("a@example.org", source: "", why: .asked, mailing: 1, at: asked, on: db)
            }
            desk.time.advance(by: .days(1))
            try await desk.add(["a@example.org"], agreedAt: desk.time.now)
            let id = try await desk.draft()
            #expect(try await desk.count(id)?.people == 1, "agreed anew")
            desk.time.advance(by: .days(1))
            let returned = desk.time.now
            try await desk.database.write { db in
                try SuppressionStore.add("a@example.org", source: "", why: .returned, mailing: nil, at: returned, on: db)
            }
            #expect(try await desk.count(id)?.people == 0, "gone for now")
            let wishes = try await desk.database.read { try SuppressionStore.all(of: "a@example.org", on: $0) }
            #expect(wishes.map(\.at) == [asked, returned] && wishes.map(\.why) == [.asked, .returned])
            #expect(try await desk.database.read { try SuppressionStore.find("a@example.org", source: "members", on: $0) } == .all)
            desk.time.advance(by: Mailing.returnedHoldsFor + .days(1))
            #expect(try await desk.count(id)?.people == 1, "and not for ever")
        }
    }

    @Test(arguments: TestEngine.allCases) func nothingIsLeftForEver(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.limit(perMinute: 100)
            try await desk.people(13)
            let id = try await desk.sending()
            try await desk.feeder.feedOnce()
            let now = desk.time.now
            // As it stands when nobody could be told: two went, one was given up, the rest waits still.
            try await desk.database.write { db in
                try db.run("UPDATE mail SET state = 'sent' WHERE recipient IN ('member0@example.org', 'member1@example.org')")
                try db.run("DELETE FROM mail WHERE recipient = 'member2@example.org'")
                #expect(try MailingStore.pause(id, at: now, on: db))
            }
            desk.time.advance(by: .days(2))
            try await MailingJobs(desk.services).forget()
            #expect(try await desk.counts(id) == [.handed: 10, .waiting: 3])
            desk.time.advance(by: .days(2))
            try await MailingJobs(desk.services).forget()
            #expect(try await desk.counts(id) == [.sent: 2, .failed: 1, .handed: 7, .waiting: 3])
            #expect(try await desk.mailing(id)?.state == .paused)
            desk.time.advance(by: Mailing.recipientsKeptFor)
            try await MailingJobs(desk.services).forget()
            #expect(try await desk.mailing(id)?.state == .cancelled)
            #expect(try await desk.counts(id) == [.sent: 2, .failed: 1, .stopped: 10])
            let kept: Int? = try await desk.database.read {
                try $0.value("SELECT count(*) FROM mailing_recipient WHERE mailbox_key LIKE '%@%'")
            }
            #expect(kept == 0)
        }
    }

    @Test(arguments: TestEngine.allCases) func aMailingOfAnySizeCanBeStopped(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.database.write { db in try RecipientStore.settle(Array(1...70_000), as: .stopped, on: db) }
        }
    }
}
