import Harness
import Testing
import Time

/// What comes in that nobody asked for.
@Suite struct Strangers {
    private static let path = "/en/campaigns/social-protection-for-all"
    private static let post = "\(path)/signatures"

    @Test func aFormWithMistakesKeepsWhatWasTypedAndSaysWhatIsWrong() async throws {
        try await TestSite.with { site in
            let browser = site.browser()
            let form = try await browser.get(Self.path).form("/signatures")
            let typed: [String: String?] = [
                "name": "<b>Rosa</b> & \"friends\"", "email": "no mailbox", "country": "XX", "support": nil, "town": "La Paz",
            ]
            let again = await browser.submit(form, typed)
            #expect(again.status == 422)
            #expect(again.text.contains("value=\"&lt;b&gt;Rosa&lt;/b&gt; &amp; &quot;friends&quot;\""))
            #expect(again.text.contains("value=\"La Paz\""))
            for field in ["email", "country", "support"] { #expect(again.text.contains("href=\"#\(field)\"")) }
            #expect(again.text.contains("aria-invalid=\"true\""))
        }
    }

    @Test(arguments: [
        ("name", "https://spam.example buy"), ("name", "=HYPERLINK(1)"), ("name", String(repeating: "n", count: 101)),
        ("email", String(repeating: "e", count: 308) + "@union.example"), ("email", "a@b@c"), ("country", "ZZ"), ("country", ""),
        ("sentence", String(repeating: "s", count: 301)), ("town", "www.spam.com"), ("notice", "0123456789abcdef"), ("notice", ""),
    ])
    func badAnswersAreRefusedWithWords(field: String, value: String) async throws {
        try await TestSite.with { site in
            let browser = site.browser()
            let form = try await browser.get(Self.path).form("/signatures")
            let again = await browser.submit(form, AminaSigns.answers.merging([field: value]) { $1 })
            #expect(again.status == 422)
            #expect(again.words.contains("needs your attention"))
            #expect(try await site.mail(to: "amina@union.example").isEmpty)
        }
    }

    @Test func doubledFieldsAndStrangeBytesAreNoServerError() async throws {
        try await TestSite.with { site in
            let browser = site.browser()
            #expect((await browser.post(Self.post, body: Array("name=a&name=b&email=a%40b.example".utf8))).status == 422)
            #expect((await browser.post(Self.post, body: Array("name=%FF%FE".utf8))).status == 400)
            #expect((await browser.post(Self.post, body: Array("name=a%00b".utf8))).status == 400)
            #expect((await browser.post(Self.post, body: Array("{}".utf8), type: "application/json")).status == 415)
            #expect((await browser.post(Self.post, body: [UInt8](repeating: 97, count: 1_000_001))).status == 413)
            #expect((await browser.post(Self.post, body: [])).status == 422)
        }
    }

    @Test func aFormFromAnotherSiteIsRefused() async throws {
        try await TestSite.with { site in
            let browser = site.browser()
            let form = try await browser.get(Self.path).form("/signatures")
            for headers in [[("Sec-Fetch-Site", "cross-site")], [("Origin", "https://evil.example")], [("Origin", "null")]] {
                #expect((await browser.submit(form, AminaSigns.answers, headers: headers)).status == 403)
            }
            #expect((await browser.submit(form, AminaSigns.answers, headers: [("Origin", "https://site.example")])).status == 200)
        }
    }

    @Test func guessedAndForeignTokensFindNothing() async throws {
        try await TestSite.with { site in
            let browser = site.browser()
            let guesses = [String(repeating: "A", count: 43), "x", String(repeating: "z", count: 200)]
            for guess in guesses {
                #expect((await browser.get("/en/signatures/\(guess)")).status == 404)
                #expect((await browser.post("/en/signatures/\(guess)/confirmation", body: [])).status == 404)
                #expect((await browser.post("/en/signatures/\(guess)/withdrawal", body: [])).status == 404)
                #expect((await browser.get("\(Self.path)/signatures/\(guess)")).status == 404)
            }
        }
    }

    @Test func anExpiredLinkSaysSoAndOffersToSignAgain() async throws {
        try await TestSite.with { site in
            let browser = site.browser()
            let before = try await site.count()
            _ = await browser.submit(try await browser.get(Self.path).form("/signatures"), AminaSigns.answers)
            let link = try #require(try await site.mail(to: "amina@union.example").first?.link)
            site.time.advance(by: .days(30))
            let page = await browser.get(link)
            #expect(page.words.contains("no longer valid"))
            #expect(try page.link("Sign again") == Self.path)
            _ = await browser.post("\(link)/confirmation", body: [])
            #expect(try await site.count() == before)
        }
    }

    @Test func twoHundredPeopleBehindOneAddressAllSign() async throws {
        try await TestSite.with { site in
            let browser = site.browser()
            let form = try await browser.get(Self.path).form("/signatures")
            for index in 0..<200 {
                let answers = AminaSigns.answers.merging(["name": "Member \(index)", "email": "member\(index)@union.example"]) { $1 }
                #expect((await browser.submit(form, answers)).status == 200)
                #expect(try await site.mail(to: "member\(index)@union.example").count == 1)
                site.time.advance(by: .seconds(9))
            }
        }
    }

    @Test(arguments: ["fr", "en", "es", "nl"]) func whatIsNotThereIsSaidInTheReadersLanguage(language: String) async throws {
        try await TestSite.with { site in
            let word = try #require(["fr": "n’existe pas", "en": "not", "es": "no ", "nl": "niet"][language])
            let page = await site.browser(language: language).get("/\(language)/nothing/here")
            #expect(page.status == 404)
            #expect(page.text.contains("<html lang=\"\(language)\""))
            #expect(page.words.lowercased().contains(word))
        }
    }

    @Test func aLinkFollowsAClosedCampaignToWordsNotToAnError() async throws {
        try await TestSite.with { site in
            let browser = site.browser()
            let form = try await browser.get(Self.path).form("/signatures")
            _ = await browser.submit(form, AminaSigns.answers)
            let link = try #require(try await site.mail(to: "amina@union.example").first?.link)
            try await site.closeCampaign()
            #expect((await browser.get(Self.path)).words.contains("This campaign is closed"))
            #expect((await browser.get(link)).words.contains("This campaign is closed"))
            #expect((await browser.submit(form, AminaSigns.answers)).status == 410)
        }
    }
}
