import App
import Harness
import People
import Storage
import Testing
import Time
import Web

/// Lucía translates from a link on her telephone, without an account; Jonas makes the link and publishes what she hands in.
@Suite struct LuciaTranslates {
    private static let campaign = "social-protection-for-all"
    private static let desk = "/en/desk/translations/campaign/social-protection-for-all/es"
    private static let words = [
        "title": "Protección ya", "summary": "En pocas palabras.", "demand": "Exigimos pisos.",
        "body": "Porque sí. <script>alert(1)</script>",
        "translator": "Lucía",
    ]

    @Test(arguments: TestEngine.allCases) func fromALinkOnHerTelephone(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let link = try await site.translatorsLink()
            let lucia = site.browser(language: "es")
            let before = await lucia.get("/es/campaigns/\(Self.campaign)")
            let page = await lucia.get(link)
            #expect(page.words.contains("Social protection for all"), "the original is beside")
            #expect(page.reply.header("Cache-Control") == "no-store")
            #expect(page.reply.header("X-Robots-Tag") == "noindex")

            let half = await lucia.submit(try page.form(link), ["title": "Protección", "body": "", "act": "save"])
            #expect(half.words.contains("Guardado"), "a draft may have holes")
            #expect((await lucia.submit(try half.form(link), ["body": "", "act": "handIn"])).status == 422, "what is handed in may not")
            let handed = await lucia.submit(try half.form(link), Self.words.merging(["act": "handIn"]) { $1 })
            #expect(handed.words.contains("Gracias"))
            #expect((await lucia.get("/es/campaigns/\(Self.campaign)")).words == before.words, "readers see no draft")

            let jonas = try await site.signedIn(.editor)
            let index = await jonas.get("/en/desk/translations")
            #expect(index.words.contains("Lucía handed it in"))
            #expect(index.text.contains(/class="button go" href="[^"]*">Read it first/), "reading comes before publishing")
            let home = await jonas.get("/en/desk")
            #expect(home.words.contains("One translation is handed in and waits"))
            #expect(try home.link("One translation") == "/en/desk/translations")
            let moderator = try await site.signedIn(.moderator)
            #expect(!(await moderator.get("/en/desk")).words.contains("One translation"), "they could not open it")
            let published = await jonas.submit(try index.form("/publication"))
            #expect(published.words.contains("Published"))
            #expect(published.words.contains("by Lucía"))
            let after = await lucia.get("/es/campaigns/\(Self.campaign)")
            #expect(after.words.contains("Protección ya"))
            #expect(!after.text.contains("<script>alert"))
            #expect(!after.words.contains("Una máquina tradujo"))

            let nameless = await jonas.submit(try published.form("/name/removal"))
            #expect(!nameless.words.contains("by Lucía"))
        }
    }

    @Test func whatTheOriginalSaysAnewMakesHersOutdated() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.editor)
            let index = await jonas.get("/en/desk/translations")
            #expect(!index.words.contains("outdated"))
            let original = await jonas.get("/en/desk/campaigns/\(Self.campaign)/words/en")
            _ = await jonas.submit(try original.form("/words/en"), ["summary": "A new summary, altogether."])
            #expect((await jonas.get("/en/desk/translations")).words.contains("translation, outdated"))
            let page = await jonas.get(Self.desk)
            #expect(page.text.contains("<ins>A new summary, altogether.</ins>"))
            #expect(page.text.contains("<del>"))

            // A typo mended in the translation does not make it follow the original; an editor's word does.
            let spanish = await jonas.get("/en/desk/campaigns/\(Self.campaign)/words/es")
            _ = await jonas.submit(try spanish.form("/words/es"), ["title": "Otra"])
            #expect((await jonas.get(Self.desk)).words.contains("outdated"))
            let confirmed = await jonas.submit(try page.form("/confirmation"))
            #expect(!confirmed.words.contains("outdated"))
            #expect((await jonas.get("/en/desk/translations")).words.contains("outdated"), "French and Dutch are")

            // The same for pages that come with the program.
            let why = await jonas.get("/en/desk/pages/why/en")
            _ = await jonas.submit(try why.form("/pages/why/en"), ["title": "Why we do this"])
            #expect((await jonas.get("/en/desk/translations/page/why/nl")).text.contains("<ins>Why we do this</ins>"))
        }
    }

    @Test func twoAtOnceLoseNothing() async throws {
        try await TestSite.with { site in
            let link = try await site.translatorsLink()
            let (lucia, pablo) = (site.browser(language: "es"), site.browser(language: "es"))
            let hers = try await lucia.get(link).form(link)
            let his = try await pablo.get(link).form(link)
            #expect((await lucia.submit(hers, Self.words)).status == 200)
            let refused = await pablo.submit(his, ["title": "La de Pablo"])
            #expect(refused.status == 409)
            #expect(refused.words.contains("Protección ya"), "he sees hers")
            #expect(refused.text.contains("value=\"La de Pablo\""), "and keeps his")
            let knowingly = await pablo.submit(try refused.form(link))
            #expect(knowingly.words.contains("Guardado"))
            #expect(knowingly.text.contains("value=\"La de Pablo\""))

            // An editor who looked before that publishes nothing that they have not seen.
            let jonas = try await site.signedIn(.editor)
            let seen = try await jonas.get(Self.desk).form("/draft")
            site.time.advance(by: .seconds(1))
            _ = await pablo.submit(try await pablo.get(link).form(link), Self.words)
            #expect((await jonas.submit(seen, ["act": "publish"])).status == 409)
            #expect(!(await pablo.get("/es/campaigns/\(Self.campaign)")).words.contains("La de Pablo"))
        }
    }

    @Test func theOriginalChangesWhileSheWrites() async throws {
        try await TestSite.with { site in
            let link = try await site.translatorsLink()
            let lucia = site.browser(language: "es")
            let form = try await lucia.get(link).form(link)
            let jonas = try await site.signedIn(.editor)
            let original = await jonas.get("/en/desk/campaigns/\(Self.campaign)/words/en")
            _ = await jonas.submit(try original.form("/words/en"), ["demand": "We demand more."])
            let told = await lucia.submit(form, Self.words)
            #expect(told.status == 409)
            #expect(told.words.contains("El original cambió"))
            #expect(told.text.contains("value=\"Protección ya\""))
            #expect((await lucia.submit(try told.form(link))).words.contains("Guardado"))
        }
    }

    @Test func aLinkThatIsOverSaysSoAndLosesNothing() async throws {
        try await TestSite.with { site in
            let link = try await site.translatorsLink()
            let lucia = site.browser(language: "es")
            let form = try await lucia.get(link).form(link)
            let jonas = try await site.signedIn(.editor)
            let page = await jonas.get(Self.desk)
            #expect(page.words.contains("Lucía") && page.words.contains("not used yet"))
            #expect((await jonas.get("/en/desk/translations")).words.contains("works until"))
            let end = try #require(page.text.firstMatch(of: /action="([^"]*\/links\/\d+\/removal)"/)).1
            _ = await jonas.post(String(end), body: [])
            #expect((await jonas.post(String(end), body: [])).status == 404, "it is over already")
            let over = await lucia.submit(form, Self.words)
            #expect(over.status == 410)
            #expect(over.words.contains("La secretaría lo terminó"))
            #expect(over.words.contains("Exigimos pisos."), "what she typed is there to copy")
            #expect((await jonas.get(Self.desk)).words.contains("There is a draft") == false)

            let other = try await site.translatorsLink(into: "nl", of: "page/why")
            #expect((await lucia.get(other)).status == 200)
            site.time.advance(by: .days(31))
            let expired = await lucia.get(other)
            #expect(expired.status == 410)
            #expect(expired.words.contains("Hij werkte tot"))
            #expect((await lucia.get("/es/translations/" + String(repeating: "A", count: 43))).status == 404)
            #expect((await lucia.get("/es/translations/nonsense")).status == 404)
        }
    }

    @Test func aMachinesTranslationIsMarkedForReaders() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.editor)
            let form = try await jonas.get(Self.desk).form("/draft")
            _ = await jonas.submit(form, Self.words.merging(["machine": "yes", "act": "publish"]) { $1 })
            #expect((await jonas.get("/es/campaigns/\(Self.campaign)")).words.contains("Una máquina tradujo este texto"))
            #expect((await jonas.get("/en/desk/translations")).words.contains("by machine"))
            _ = await jonas.submit(try await jonas.get(Self.desk).form("/draft"), ["machine": nil, "act": "publish"])
            #expect(!(await jonas.get("/es/campaigns/\(Self.campaign)")).words.contains("Una máquina"), "somebody has checked it")

            let page = try await jonas.get("/en/desk/translations/page/why/es").form("/draft")
            _ = await jonas.submit(page, ["machine": "yes", "act": "publish"])
            #expect((await jonas.get("/es/why")).words.contains("Una máquina tradujo este texto"))
        }
    }

    @Test func aMachinesTranslationStaysOneUntilSomebodySaysTheyCheckedIt() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.editor)
            let texts = [
                ("campaign/\(Self.campaign)", "/en/desk/campaigns/\(Self.campaign)/words/es", "/es/campaigns/\(Self.campaign)"),
                ("page/why", "/en/desk/pages/why/es", "/es/why"),
            ]
            for (text, plain, address) in texts {
                let beside = "/en/desk/translations/\(text)/es"
                _ = await jonas.submit(try await jonas.get(beside).form("/draft"), ["machine": "yes", "act": "publish"])
                let editor = await jonas.get(plain)
                #expect(editor.words.contains("A machine translated this, and nobody has checked it"))
                #expect(try editor.link("Check it beside the original") == beside)
                _ = await jonas.submit(try editor.form(String(plain.dropFirst("/en/desk".count))), ["title": "Otra letra"])
                #expect((await jonas.get(address)).words.contains("Otra letra"))
                #expect((await jonas.get(address)).words.contains("Una máquina tradujo este texto"), "nobody has checked it")
                _ = await jonas.submit(try await jonas.get(beside).form("/draft"), ["machine": nil, "act": "publish"])
                #expect(!(await jonas.get(address)).words.contains("Una máquina"))
                #expect(!(await jonas.get(plain)).words.contains("A machine translated"))
            }
        }
    }

    @Test func hostileFormsAreRefusedWithWords() async throws {
        try await TestSite.with { site in
            let link = try await site.translatorsLink()
            let lucia = site.browser(language: "es")
            let form = try await lucia.get(link).form(link)
            for (field, value) in [
                ("title", String(repeating: "x", count: 121)), ("title", "a\u{202E}b"), ("translator", "www.spam.example"), ("act", "drop"),
                ("body", String(repeating: "x", count: 40_001)), ("summary", "a\u{7}b"),
            ] {
                let refused = await lucia.submit(form, [field: value])
                #expect(refused.status == 422, "\(field)")
            }
            #expect((await lucia.submit(form, ["act": "publish", "title": "Mine"])).words.contains("Gracias"), "it is only handed in")
            #expect(!(await lucia.get("/es/campaigns/\(Self.campaign)")).words.contains("Mine"))
            #expect((await lucia.submit(form, ["seen": "nonsense"])).status == 409)
            let jonas = try await site.signedIn(.editor)
            #expect((await jonas.get("/en/desk/translations/campaign/\(Self.campaign)/wo")).status == 404)
            #expect((await jonas.get("/en/desk/translations/person/1/es")).status == 404)
            #expect((await jonas.get("/en/desk/translations/campaign/nothing/es")).status == 404)
        }
    }

    @Test func anEditorsNameLeavesWithTheirAccount() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.editor, mailbox: "jonas@example.org")
            _ = await jonas.submit(try await jonas.get(Self.desk).form("/draft"), ["translator": "Jonas Sample"])
            #expect((await jonas.get("/en/account/data.json")).text.contains("Jonas Sample"))
            let leave = try await jonas.get("/en/account/data").form("/account/closure")
            _ = await jonas.submit(leave, ["password": TestSite.password])
            let left = try await site.signedIn(.editor)
            #expect(!(await left.get(Self.desk)).words.contains("Jonas Sample"))
        }
    }
}
