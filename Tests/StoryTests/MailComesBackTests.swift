import App
import Campaigns
import Harness
import Jobs
import Storage
import Testing
import Text
import Time

@testable import Mail

/// Mail about signatures that does not arrive: whoever cannot be reached does not count, and is not written to again.
@Suite struct MailComesBack {
    private static let common = "social-protection-for-all"
    private static let mailbox = "village@union.example"

    /// Signs under a campaign and confirms by the link.
    private func join(_ site: TestSite, _ name: String, under slug: String = common) async throws {
        let browser = site.browser()
        try await sign(site, name, under: slug)
        let link = try #require(try await site.mail(to: Self.mailbox).last?.link)
        _ = await browser.submit(try await browser.get(link).form("/confirmation"))
    }

    private func sign(_ site: TestSite, _ name: String, _ mailbox: String = mailbox, under slug: String = common) async throws {
        let browser = site.browser()
        let answers: [String: String?] = ["name": name, "email": mailbox, "country": "SN", "support": "yes"]
        let sent = await browser.submit(try await browser.get("/en/campaigns/\(slug)").form("/signatures"), answers)
        #expect(sent.status == 200)
    }

    /// The mail server refuses the newest message to a mailbox for good.
    private func refuse(_ site: TestSite, _ mailbox: String, _ words: String) async throws {
        let reply = SMTPReply(line: words.utf8)
        let newest = try await site.program.database.read { [outbox = site.program.outbox] db in
            var newest: Int64?
            let filter = OutboxFilter(mailbox: Mailbox(mailbox), limit: 1)
            try outbox.entries(filter, on: db) { newest = $0.id }
            return newest
        }
        let id = try #require(newest)
        try await site.program.database.write { [outbox = site.program.outbox] db in
            try outbox.record([.failed(id, words, mailboxIsGone: reply.saysMailboxIsGone)], on: db)
        }
    }

    /// The names at a mailbox that count, in every campaign.
    private func counting(_ site: TestSite) async throws -> [String] {
        try await site.program.database.read { db in
            try db.rows(
                """
                SELECT name FROM signature WHERE mailbox_key = \(Self.mailbox) AND confirmed_at IS NOT NULL AND removed_at IS NULL
                ORDER BY name
                """
            ).map { row in try row["name"] }
        }
    }

    @Test(arguments: TestEngine.allCases) func aMailboxThatIsGoneTakesEveryNameWithItInEveryCampaign(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let now = site.time.now
            try await site.program.database.write { db in
                _ = try CampaignStore.add(
                    "floors", openedAt: now, goals: [10],
                    words: [.init(language: .english, title: "Floors", summary: "s", demand: "d", body: "b")], milestones: [:], on: db)
            }
            let before = try await site.count()
            try await join(site, "Awa Sample")
            try await join(site, "Ba Sample")
            try await join(site, "Coumba Sample", under: "floors")
            try await sign(site, "Demba Sample")
            let other = Self.mailbox.replacing("village", with: "Village")
            try await site.program.database.write { db in
                try db.run("UPDATE signature SET mailbox = \(other) WHERE name = 'Ba Sample'")
            }
            #expect(try await counting(site) == ["Awa Sample", "Ba Sample", "Coumba Sample"])

            try await refuse(site, Self.mailbox, "550 no such user here")
            #expect(try await counting(site) == ["Ba Sample"], "another spelling is another mailbox, and may be read")
            #expect(try await site.count() == before + 1)

            // Whoever had not confirmed yet is not reminded there.
            let mails = try await site.mail(to: Self.mailbox).count
            try await site.live.worker.addSchedules()
            site.time.advance(by: Signature.reminderAfter + .hours(1))
            try await site.work()
            #expect(try await site.mail(to: Self.mailbox).count == mails)
            #expect(try await Recount(database: site.program.database, clock: site.time.clock, logger: site.program.logger).run() == 0)
        }
    }

    @Test(arguments: TestEngine.allCases) func aMailboxThatRefusedAndNamesWithoutAFirstMailAreNotReminded(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            try await sign(site, "Awa Sample", "refused@union.example")
            try await refuse(site, "refused@union.example", "554 transaction failed")
            for number in 0...Signature.namesPerMailboxAndDay { try await sign(site, "Name \(number)") }
            try await sign(site, "Moussa Sample", "moussa@union.example")

            try await site.live.worker.addSchedules()
            site.time.advance(by: Signature.reminderAfter + .hours(1))
            try await site.work()
            #expect(try await site.mail(to: "refused@union.example").isEmpty)
            #expect(try await site.mail(to: "moussa@union.example").count == 2)
            let letters = try await site.mail(to: Self.mailbox)
            #expect(letters.count == 2 * Signature.namesPerMailboxAndDay)
            #expect(!letters.contains { $0.text.contains("Name \(Signature.namesPerMailboxAndDay)") })
        }
    }

    @Test(arguments: TestEngine.allCases) func furtherNamesOfAMailboxGetTheirMailOnALaterDayOnceOneIsConfirmed(
        engine: TestEngine
    ) async throws {
        try await TestSite.with(engine) { site in
            let all = 2 * Signature.namesPerMailboxAndDay + 1
            for number in 1...all { try await sign(site, "Name \(number)") }
            func written() async throws -> Int { try await site.mail(to: Self.mailbox).filter { $0.text.contains("code") }.count }
            let first = try await written()
            #expect(first == Signature.namesPerMailboxAndDay)
            try await site.live.worker.addSchedules()
            site.time.advance(by: .hours(25))
            try await site.work()
            #expect(try await written() == first, "nobody at this mailbox has confirmed anything")

            let letter = try #require(try await site.mail(to: Self.mailbox).first)
            let browser = site.browser()
            let link = try #require(letter.link)
            _ = await browser.submit(try await browser.get(link).form("/confirmation"))
            site.time.advance(by: .minutes(16))
            try await site.work()
            #expect(try await written() == 2 * first, "as many as a day has room for")
            try await site.work()
            #expect(try await written() == 2 * first)
            site.time.advance(by: .hours(25))
            try await site.work()
            let letters = try await site.mail(to: Self.mailbox)
            #expect(letters.contains { $0.text.contains("Name \(all)") }, "and the last the day after")
        }
    }
}
