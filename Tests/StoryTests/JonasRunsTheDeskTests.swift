import App
import Campaigns
import Foundation
import Harness
import Jobs
import People
import Storage
import Testing
import Time

/// Jonas runs campaigns, moderates and publishes; Els administers. On a phone, without JavaScript.
@Suite struct JonasRunsTheDesk {
    private static let campaign = "social-protection-for-all"

    /// Signs with seven names from one mailbox: the seventh is flagged.
    private static func flood(_ site: TestSite, _ mailbox: String = "village@example.org") async throws {
        let browser = site.browser(language: "fr")
        for name in ["Un", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept"] {
            let form = try await browser.get("/fr/campaigns/\(campaign)").form("/signatures")
            _ = await browser.submit(form, ["name": "\(name) Village", "email": mailbox, "country": "SN", "support": "yes"])
        }
    }

    @Test(arguments: TestEngine.allCases) func heClearsTheMorningsQueue(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            try await Self.flood(site)
            let jonas = try await site.signedIn(.moderator)
            let queue = await jonas.get("/en/desk")
            #expect(queue.words.contains("Sept Village"))
            #expect(queue.words.contains("Many names from one mailbox"))
            let form = try queue.form("/decision")
            #expect((await jonas.submit(form, ["verdict": "refuse"])).status == 422, "a refusal needs a reason")
            #expect((await jonas.submit(form, ["verdict": "ask"])).status == 422, "a question needs words")
            #expect((await jonas.submit(form, ["verdict": "nonsense"])).status == 422)

            let asked = await jonas.submit(form, ["verdict": "ask", "note": "Who are you seven?"])
            #expect(asked.words.contains("Sept Village"), "it waits on")
            #expect(try await site.mail(to: "village@example.org").last?.text.contains("Who are you seven?") == true)

            let refused = await jonas.submit(form, ["verdict": "refuse", "reason": "invented"])
            #expect(!refused.words.contains("Sept Village"))
            #expect(refused.words.contains("Everything is decided"))
            let els = try await site.signedIn(.administrator)
            let log = await els.get("/en/desk/log")
            #expect(log.words.contains("Test moderator refused Sept Village"))
            #expect(log.words.contains("Invented"))
            #expect((await jonas.submit(form, ["verdict": "keep"])).status == 200, "what is decided stays decided")
        }
    }

    @Test func whatGoesWrongOnItsOwnIsSaidOnTheFirstPage() async throws {
        try await TestSite.with { site in
            let els = try await site.signedIn(.administrator)
            try await Self.flood(site, "village@example.org")
            #expect(!(await els.get("/en/desk")).words.contains("for more than an hour"))
            site.time.advance(by: .hours(2))
            let first = await els.get("/en/desk")
            #expect(first.words.contains("messages have waited for more than an hour to be sent"))
            #expect((await els.get(try first.link("messages have waited"))).words.contains("village@example.org"))
            let jonas = try await site.signedIn(.moderator)
            #expect(!(await jonas.get("/en/desk")).words.contains("for more than an hour"), "the mail is not his")
        }
    }

    @Test func heKeepsOne() async throws {
        try await TestSite.with { site in
            try await Self.flood(site)
            let jonas = try await site.signedIn(.moderator)
            let kept = await jonas.submit(try await jonas.get("/en/desk").form("/decision"), ["verdict": "keep"])
            #expect(kept.words.contains("Everything is decided"))
        }
    }

    @Test(arguments: TestEngine.allCases) func aFloodIsDecidedAtOnce(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let jonas = try await site.signedIn(.moderator)
            for village in 1...5 { try await Self.flood(site, "village\(village)@example.org") }
            #expect(!(await jonas.get("/en/desk")).text.contains("/decisions"), "five are decided one by one")
            try await Self.flood(site, "village6@example.org")
            try await Self.flood(site, "moderator@example.org")
            let queue = await jonas.get("/en/desk")
            #expect(queue.words.contains("Decide on all 6 shown here"), "without their own")
            let form = try queue.form("/signature/decisions")
            for typed in [["verdict": "refuse"], ["verdict": "ask", "note": "Who?"], ["verdict": "nonsense"], [:]] {
                #expect((await jonas.submit(form, typed)).status == 422, "\(typed)")
            }
            for shown in ["", "x", "1 1", (1...21).map { "\($0)" }.joined(separator: " ")] {
                #expect((await jonas.submit(form, ["verdict": "keep", "shown": shown])).status == 400, "\(shown)")
            }
            #expect((await jonas.post("/en/desk/queue/nothing/decisions", body: [])).status == 404)

            let shown = try #require(form.fields.first { $0.name == "shown" }?.value)
            let own = try #require(queue.text.matches(of: /id="signature-(\d+)"/).last?.1)
            _ = await jonas.submit(try queue.form("/decision"), ["verdict": "keep"])
            let done = await jonas.submit(
                form, ["verdict": "refuse", "reason": "invented", "note": "One afternoon", "shown": "\(shown) \(own)"])
            #expect(done.words.contains("Refused") && done.words.contains("5 were decided"), "neither the late one nor their own")
            #expect(done.words.contains("You sent this yourself"))
            let els = try await site.signedIn(.administrator)
            let log = await els.get("/en/desk/log").words
            #expect(log.matches(of: /refused Sept Village/).count == 5 && log.contains("Invented: One afternoon"))
            #expect((await jonas.submit(form, ["verdict": "keep"])).words.contains("0 were decided"))
        }
    }

    @Test(arguments: TestEngine.allCases) func nobodyDecidesOnTheirOwnSignature(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let jonas = try await site.signedIn(.moderator, mailbox: "vil.lage+desk@gmail.com")
            let els = try await site.signedIn(.administrator, mailbox: "other@example.org")
            try await Self.flood(site, "Village@googlemail.com")
            let queue = await jonas.get("/en/desk")
            #expect(queue.words.contains("Sept Village") && queue.words.contains("You sent this yourself"))
            #expect(!queue.text.contains("/decision\""))
            let form = try await els.get("/en/desk").form("/decision")
            #expect((await jonas.submit(form, ["verdict": "keep"])).status == 403)
            #expect((await els.submit(form, ["verdict": "keep"])).words.contains("Everything is decided"))
        }
    }

    @Test(arguments: TestEngine.allCases) func heWritesACampaignInTwoLanguagesAndOpensIt(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let jonas = try await site.signedIn(.editor)
            let words = ["title": "Pensions now", "summary": "For everybody.", "demand": "We demand pensions.", "body": "Because **yes**."]
            let create = try await jonas.get("/en/desk/campaigns").form("/desk/campaigns")
            #expect((await jonas.submit(create, ["slug": "Not good"].merging(words) { $1 })).status == 422)
            #expect((await jonas.submit(create, ["slug": Self.campaign].merging(words) { $1 })).status == 422, "the address is taken")
            let made = await jonas.submit(create, ["slug": "pensions"].merging(words) { $1 })
            #expect(made.path == "/en/desk/campaigns/pensions")
            #expect((await jonas.get("/en/campaigns/pensions")).status == 404, "it begins as a draft")

            let dutch = await jonas.get("/en/desk/campaigns/pensions/words/nl")
            #expect(dutch.words.contains("We demand pensions."), "the other language stands beside")
            let translated = [
                "title": "Pensioenen nu", "summary": "Voor iedereen.", "demand": "Wij eisen pensioenen.", "body": "Omdat het moet.",
            ]
            _ = await jonas.submit(try dutch.form("/words/nl"), translated)

            let goals = try await jonas.get("/en/desk/campaigns/pensions").form("/goals")
            #expect((await jonas.submit(goals, ["goals": "many"])).status == 422)
            #expect((await jonas.submit(goals, ["goals": Array(repeating: "1000000", count: 60).joined(separator: "\n")])).status == 422)
            _ = await jonas.submit(goals, ["goals": "100\n1000"])
            let opened = await jonas.submit(try await jonas.get("/en/desk/campaigns/pensions").form("/opening"))
            #expect(opened.status == 200)
            let page = await jonas.get("/en/campaigns/pensions")
            #expect(page.words.contains("Pensions now") && page.words.contains("100"))
            #expect((await jonas.get("/nl/campaigns/pensions")).words.contains("Pensioenen nu"))
            _ = try page.form("/signatures")
            _ = await jonas.submit(try await jonas.get("/en/desk/campaigns/pensions").form("/closure"))
            #expect(!(await jonas.get("/en/campaigns/pensions")).text.contains("/signatures\""))
        }
    }

    @Test func whatPeopleSignedIsKeptWhenItIsRewritten() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.editor)
            let form = await jonas.get("/en/desk/campaigns/\(Self.campaign)/words/en")
            let before = try form.form("/words/en").fields.first { $0.name == "title" }?.value
            #expect(form.words.contains(/\d+ people signed these words/), "the demo has some")
            _ = await jonas.submit(try form.form("/words/en"), ["title": "Something else"])
            let els = try await site.signedIn(.administrator)
            let log = await els.get("/en/desk/log")
            #expect(log.words.contains("English"))
            #expect(log.words.contains("What stood there before"))
            #expect(log.words.contains("Title : \(before ?? "?")"))
            #expect(!log.words.contains("What people sign :"), "only what changed")
            #expect((await els.get("/nl/desk/log")).words.contains("Engels"))
        }
    }

    @Test func aCampaignInOneLanguageSaysSoToReadersOfOthers() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.editor)
            let words = [
                "slug": "pensiones", "title": "Pensiones ya", "summary": "Para todo el mundo.", "demand": "Exigimos.", "body": "Sí.",
            ]
            _ = await jonas.submit(try await jonas.get("/es/desk/campaigns").form("/desk/campaigns"), words)
            _ = await jonas.submit(try await jonas.get("/es/desk/campaigns/pensiones").form("/opening"))
            let page = await jonas.get("/nl/campaigns/pensiones")
            #expect(page.words.contains("Deze tekst is in het Spaans"))
            #expect(page.text.contains("<p class=\"lead\" lang=\"es\">Para todo el mundo."))
            #expect(!(await jonas.get("/es/campaigns/pensiones")).words.contains("Este texto está en"))
        }
    }

    @Test func heRewritesAPageAndTakesItBack() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.editor)
            let before = await jonas.get("/fr/why")
            let form = try await jonas.get("/en/desk/pages/why/fr").form("/pages/why/fr")
            let text = ["title": "Pourquoi nous", "summary": "En bref.", "body": "Écrire à {contact}. <script>alert(1)</script>"]
            let saved = await jonas.submit(form, text)
            #expect(saved.words.contains("your text"))
            let page = await jonas.get("/fr/why")
            #expect(page.words.contains("Pourquoi nous"))
            #expect(!page.text.contains("<script>alert"))
            _ = await jonas.submit(try await jonas.get("/en/desk/pages/why/fr").form("/removal"))
            #expect((await jonas.get("/fr/why")).words == before.words)
            #expect((await jonas.get("/en/desk/pages/why/wo")).status == 404)
        }
    }

    @Test func elsChangesSettingsAndEveryPageFollows() async throws {
        try await TestSite.with { site in
            let els = try await site.signedIn(.administrator)
            let form = try await els.get("/en/desk/settings").form("/settings")
            let wrong = await els.submit(form, ["contact": "nowhere", "forms": "many", "name-fr": String(repeating: "x", count: 81)])
            #expect(wrong.status == 422)
            #expect(wrong.words.contains("Name of the coalition · Français:"), "each problem names its field")
            let saved = await els.submit(form, ["name-en": "<b>Coalition</b> & Co", "contact": "desk@example.org"])
            #expect(saved.path == "/en/desk/settings?done=1")
            let settings = try await site.program.database.read { try SiteSettingsProbe.names($0) }
            #expect(settings == "<b>Coalition</b> & Co")
        }
    }

    @Test func staffWithoutASecondFactorAreLedToItWhereTheSiteAsks() async throws {
        try await TestSite.with { site in
            let els = try await site.signedIn(.administrator)
            let form = try await els.get("/en/desk/settings").form("/settings")
            _ = await els.submit(form, ["factor": "yes"])
            await site.live.refresh()
            #expect((await els.get("/en/desk")).path == "/en/account/second-factor")
            #expect((await els.get("/en/account")).status == 200)
        }
    }

    @Test func elsGivesAndTakesRolesAndTheLastAdministratorStays() async throws {
        try await TestSite.with { site in
            let els = try await site.signedIn(.administrator)
            let person = try await site.signedIn(mailbox: "mercy@example.org")
            #expect((await els.get("/en/desk/people?email=nobody@example.org")).words.contains("no account"))
            let page = await els.get("/en/desk/people?email=mercy@example.org")
            _ = await els.submit(try page.form("/roles"), ["moderator": "yes"])
            #expect((await person.get("/en/desk")).status == 200)
            #expect((await els.get("/nl/desk/log")).text.contains("<span>Moderator</span>"))
            #expect((await person.get("/en/desk/settings")).status == 404)
            _ = await els.submit(try await els.get(page.path).form("/roles"), ["moderator": nil])
            #expect((await person.get("/en/desk")).status == 404)

            let own = await els.get("/en/desk/people?email=administrator@example.org")
            let refused = await els.submit(try own.form("/roles"), ["administrator": nil, "editor": "yes"])
            #expect(refused.status == 422)
            #expect((await els.get("/en/desk/people")).status == 200)
            #expect(!(await els.get(own.path)).text.contains("id=\"editor\" name=\"editor\" type=\"checkbox\" value=\"yes\" checked"))
        }
    }

    @Test func elsSeesMessagesAndDeadLetters() async throws {
        try await TestSite.with { site in
            try await Self.flood(site)
            let els = try await site.signedIn(.administrator)
            let outbox = await els.get("/en/desk/outbox?state=queued")
            #expect(outbox.words.contains("village@example.org"))
            #expect((await els.get("/en/desk/outbox?state=sent")).words.contains("No such messages"))
            #expect((await els.get("/en/desk/outbox?email=village@example.org&before=1")).words.contains("No such messages"))
            #expect((await els.get("/en/desk/outbox/999999")).status == 404)
            let jobs = await els.get("/en/desk/jobs")
            #expect(jobs.words.contains("Nothing was given up"))
            try await site.live.worker.addSchedules()
            let next = await els.get("/en/desk/jobs")
            #expect(next.words.contains("Counts the signatures anew"))
            #expect(!next.words.contains(/[a-z]+\.(forget|remind|recount|end|mandates|work)/), "no bare names")
        }
    }
}

private enum SiteSettingsProbe {
    static func names(_ db: any Reader) throws -> String? {
        try db.value("SELECT value FROM setting WHERE name = 'name' AND language = 'en'")
    }
}
