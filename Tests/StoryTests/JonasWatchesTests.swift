import App
import Harness
import People
import Storage
import Testing
import Time

/// Jonas says what signatures wait for him, and nobody who signs is told.
@Suite struct JonasWatches {
    private static let campaign = "social-protection-for-all"

    private static func sign(_ site: TestSite, _ name: String, _ mailbox: String, _ more: [String: String] = [:]) async throws -> Screen {
        let browser = site.browser(language: "en")
        let form = try await browser.get("/en/campaigns/\(campaign)").form("/signatures")
        let typed = ["name": name, "email": mailbox, "country": "SN", "support": "yes"].merging(more) { $1 }
        return await browser.submit(form, typed)
    }

    private static func watch(_ site: TestSite, _ browser: Browser, _ kind: String, _ values: String, _ more: [String: String] = [:])
        async throws
        -> Screen
    {
        let form = try await browser.get("/en/desk/blocks").form("/desk/blocks")
        let typed = ["kind": kind, "values": values, "blockReason": "Sample reason"].merging(more) { $1 }
        let done = await browser.submit(form, typed)
        await site.live.refresh()
        return done
    }

    @Test(arguments: TestEngine.allCases) func aBlockedDomainIsHeldBackQuietly(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let jonas = try await site.signedIn(.moderator)
            let done = try await Self.watch(site, jonas, "domain", "Ten-Minutes.example\n@other.example\n")
            #expect(done.words.contains("ten-minutes.example") && done.words.contains("Sample reason"))
            let other = try await Self.sign(site, "Ama Diop", "ama@example.org")
            let held = try await Self.sign(site, "Quick Name", "quick@mail.TEN-minutes.example")
            #expect(held.status == 200)
            #expect(held.words == other.words, "the page is the one that everybody sees")
            #expect(try await site.mail(to: "quick@mail.ten-minutes.example").isEmpty)
            site.time.advance(by: .hours(1))
            _ = try await Self.sign(site, "Quick Name", "quick@mail.TEN-minutes.example")
            site.time.advance(by: .days(3))
            try await site.work()
            #expect(try await site.mail(to: "quick@mail.ten-minutes.example").isEmpty, "neither again nor as a reminder")

            let queue = await jonas.get("/en/desk")
            #expect(queue.words.contains("The domain of its mailbox is watched for"))
            _ = await jonas.submit(try queue.form("/decision"), ["verdict": "keep"])
            #expect(try await site.mail(to: "quick@mail.ten-minutes.example").count == 1, "kept, it gets its mail")

            let remove = try await jonas.get("/en/desk/blocks").form("/removal")
            _ = await jonas.submit(remove)
            #expect((await jonas.submit(remove)).status == 404)
            let els = try await site.signedIn(.administrator)
            let log = await els.get("/en/desk/log")
            #expect(log.words.contains("began to watch for ten-minutes.example") && log.words.contains("no longer watches for"))
        }
    }

    @Test(arguments: TestEngine.allCases) func anAccountIsNoWayAroundABlock(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let jonas = try await site.signedIn(.moderator)
            let plain = try await site.signedIn(mailbox: "plain@blk.example")
            _ = try await Self.watch(site, jonas, "domain", "blk.example")
            let before = try await site.count()
            _ = try await Self.sign(site, "Plain Name", "plain@blk.example")
            let mine = await plain.get("/en/account/signatures")
            #expect(mine.words.contains("it waits for a moderator to look at it"))
            #expect(!mine.text.contains("/confirmation"))
            let held = try #require(mine.text.firstMatch(of: /id="s(\d+)"/)?.1)
            let pressed = await plain.post("/en/account/signatures/\(held)/confirmation", body: [])
            #expect(pressed.status == 200 && !pressed.words.contains("Saved"))
            #expect(try await site.count() == before, "nothing counts before a moderator has kept it")

            _ = await jonas.submit(try await jonas.get("/en/desk").form("/decision"), ["verdict": "keep"])
            _ = await plain.submit(try await plain.get("/en/account/signatures").form("/confirmation"))
            #expect(try await site.count() == before + 1)
        }
    }

    @Test func aBlockedMailboxIsMetHoweverItIsWritten() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.moderator)
            _ = try await Self.watch(site, jonas, "mailbox", "flood@gmail.com", ["until": "2026-01-20"])
            _ = try await Self.sign(site, "One", "F.lood+x@googlemail.com")
            #expect(try await site.mail(to: "F.lood+x@googlemail.com").isEmpty)
            #expect((await jonas.get("/en/desk")).words.contains("Its mailbox is watched for"))
            site.time.advance(by: .days(6))
            _ = try await Self.sign(site, "Two", "flood@gmail.com")
            #expect(try await site.mail(to: "flood@gmail.com").count == 1, "it ended by itself")
        }
    }

    @Test func networksAndWordsOnlyFlag() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.moderator)
            _ = try await Self.watch(site, jonas, "word", "Cheap Élixir")
            _ = try await Self.sign(site, "Ama", "ama@example.org", ["sentence": "Buy a CHEAP elixir, today"])
            _ = try await Self.sign(site, "Awa", "awa@example.org", ["sentence": "Cheap elixirs are another word"])
            let queue = await jonas.get("/en/desk")
            #expect(queue.words.contains("It holds words that are watched for"))
            #expect(queue.words.contains("ama@example.org") && !queue.words.contains("awa@example.org"))
            let link = try #require(try await site.mail(to: "ama@example.org").first?.link)
            let before = try await site.count()
            _ = await site.browser().submit(try await site.browser().get(link).form("/confirmation"))
            #expect(try await site.count() == before + 1, "it counts like any other")

            _ = try await Self.watch(site, jonas, "network", "127.0.0.9/8\n2001:db8::/32")
            _ = try await Self.sign(site, "Mbaye", "mbaye@example.org")
            #expect((await jonas.get("/en/desk")).words.contains("It came from a network that is watched for"))
            #expect((await jonas.get("/en/desk/blocks")).words.contains("127.0.0.0/8"))
            #expect(try await site.mail(to: "mbaye@example.org").count == 1)
        }
    }

    @Test func nobodyIsKeptFromSigningIn() async throws {
        try await TestSite.with { site in
            let els = try await site.signedIn(.administrator, mailbox: "els@union.example")
            _ = try await Self.watch(site, els, "domain", "union.example")
            _ = try await Self.watch(site, els, "mailbox", "els@union.example")
            _ = try await Self.watch(site, els, "network", "127.0.0.0/8")
            let again = try await site.signInAgain(site.browser(), "els@union.example")
            #expect((await again.get("/en/desk")).status == 200)

            // A new account with such a mailbox is not made, in the same words.
            let pages = try await ["new@union.example", "new@example.org"].asyncMap { mailbox in
                let browser = site.browser()
                let form = try await browser.get("/en/account/new").form("/account/new")
                return await browser.submit(form, ["name": "New", "email": mailbox, "password": TestSite.password])
            }
            #expect(pages[0].words == pages[1].words && pages[0].status == 200)
            #expect(try await site.mail(to: "new@union.example").isEmpty)
            #expect(try await site.mail(to: "new@example.org").count == 1)
        }
    }

    @Test(arguments: TestEngine.allCases) func wordsThatAreChangedLaterAreWatchedToo(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let jonas = try await site.signedIn(.moderator)
            let ama = try await site.signedIn(mailbox: "ama@example.org")
            _ = try await Self.watch(site, jonas, "word", "elixir")
            _ = try await Self.sign(site, "Ama Diop", "ama@example.org", ["shown": "yes"])
            let link = try #require(try await site.mail(to: "ama@example.org").first?.link)
            _ = await site.browser().submit(try await site.browser().get(link).form("/confirmation"))
            let count = try await site.count()
            func publicPage() async throws -> String {
                await site.browser().get("/en/campaigns/\(Self.campaign)").words
            }
            #expect(try await publicPage().contains("Ama Diop"))

            let byLink = try await site.browser().get(link).form(link)
            let changed = await site.browser().submit(byLink, ["sentence": "Buy elixir"])
            #expect(changed.words.contains("What you show waits"))
            #expect(try await !publicPage().contains("Ama Diop"))
            #expect(try await site.count() == count, "it counts all the while")
            let queue = await jonas.get("/en/desk")
            #expect(queue.words.contains("It holds words that are watched for") && queue.words.contains("Buy elixir"))
            _ = await jonas.submit(try queue.form("/decision"), ["verdict": "keep"])
            #expect(try await publicPage().contains("Buy elixir"), "kept, it is shown")

            // In the account: nothing new is nothing to look at, other words are.
            let id = try #require(await ama.get("/en/account/signatures").text.firstMatch(of: /id="s(\d+)"/)?.1)
            let change = try await ama.get("/en/account/signatures/\(id)").form("/signatures/\(id)")
            #expect(!(await ama.submit(change)).words.contains("What you show waits"))
            #expect((await ama.submit(change, ["sentence": "More elixir"])).words.contains("What you show waits"))
            #expect((await jonas.get("/en/desk")).words.contains("More elixir"))
        }
    }

    @Test func theQueueSaysWhichRuleWasMetAndWhy() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.moderator)
            _ = try await Self.watch(site, jonas, "word", "Cheap Élixir", ["blockReason": "Sold by mail"])
            _ = try await Self.watch(site, jonas, "domain", "blk.example", ["blockReason": "Ten-minute mailboxes"])
            _ = try await Self.sign(site, "Ama", "ama@mail.blk.example", ["sentence": "A cheap elixir"])
            _ = try await Self.watch(site, jonas, "network", "127.0.0.0/8", ["blockReason": "Flood in January"])
            _ = try await Self.sign(site, "Awa", "awa@example.org")
            let queue = await jonas.get("/en/desk")
            #expect(queue.words.contains("cheap elixir (Sold by mail) · blk.example (Ten-minute mailboxes)"))
            #expect(queue.words.contains("127.0.0.0/8 (Flood in January)"))
            let blocks = await jonas.get("/en/desk/blocks")
            for match in blocks.text.matches(of: /action="([^"]*\/removal)"/) { _ = await jonas.post(String(match.1), body: []) }
            await site.live.refresh()
            #expect((await jonas.get("/en/desk")).words.contains("It is no longer watched for."))
        }
    }

    @Test(arguments: TestEngine.allCases) func aRuleForMailboxesHoldsForSignaturesThatAreThere(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            _ = try await Self.sign(site, "Ama Diop", "a.ma@union.example")
            _ = try await Self.sign(site, "Ama Diop", "ama@union.example")
            _ = try await Self.sign(site, "Ama Diop", "ama@office.union.example")
            _ = try await Self.sign(site, "Mbaye Fall", "m.baye@union.example")
            let jonas = try await site.signedIn(.moderator)
            #expect(!(await jonas.get("/en/desk")).words.contains("this person signed already"))
            let form = try await jonas.get("/en/desk/mailbox-rules").form("/mailbox-rules")
            for (typed, isGood) in [
                (["domain": "union.example", "dots": "yes", "mark": "+"], true),
                (["domain": "Office.Union.Example", "sameAs": "union.example"], true),
                (["domain": "union.example", "sameAs": "office.union.example"], false), (["domain": "nothing"], false),
                (["domain": "*", "sameAs": "union.example"], false),
                (["domain": "*", "mark": "+"], true), (["domain": "a.example", "sameAs": "a.example"], false),
                (["domain": "a.example", "mark": "x"], false),
            ] {
                #expect((await jonas.submit(form, typed)).status == (isGood ? 200 : 422), "\(typed)")
            }
            let others = await jonas.submit(form, ["domain": "*", "sameAs": "union.example"])
            #expect(others.words.contains("are no one domain") && !others.words.contains("Saved"))
            await site.live.refresh()
            try await site.work()
            let queue = await jonas.get("/en/desk")
            #expect(queue.words.contains("By the rules for mailboxes"))
            // Whoever signs once more in another way of writing is recognised.
            site.time.advance(by: .hours(1))
            _ = try await Self.sign(site, "Mbaye Fall", "mbaye+news@union.example")
            #expect(try await site.mail(to: "m.baye@union.example").count == 2)
            #expect(try await site.mail(to: "mbaye+news@union.example").isEmpty)

            let remove = try await jonas.get("/en/desk/mailbox-rules").form("/office.union.example/removal")
            #expect((await jonas.submit(remove)).status == 200)
            #expect((await jonas.submit(remove)).status == 404)
            #expect((await jonas.post("/en/desk/mailbox-rules/*/removal", body: [])).status == 404)
        }
    }

    @Test func whatCannotBeWatchedForIsRefusedWithWords() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.moderator)
            for (kind, values) in [
                ("mailbox", "nobody"), ("domain", "org"), ("domain", "a b.example"), ("network", "0.0.0.0/0"), ("network", "::/8"),
                ("network", "10.0.0.0/33"), ("network", "all"), ("word", "a"), ("word", "…"), ("mailbox", ""), ("person", "x@example.org"),
                ("mailbox", (0...500).map { "m\($0)@example.org" }.joined(separator: "\n")),
            ] {
                #expect(try await Self.watch(site, jonas, kind, values).status == 422, "\(kind) \(values.prefix(20))")
            }
            #expect(try await Self.watch(site, jonas, "word", "good words", ["until": "2026-01-14"]).status == 422)
            #expect(try await Self.watch(site, jonas, "word", "good words", ["blockReason": ""]).status == 422)
            #expect((await jonas.get("/en/desk/blocks")).words.contains("Nothing is watched for"))
        }
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ make: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await make(element)) }
        return values
    }
}
