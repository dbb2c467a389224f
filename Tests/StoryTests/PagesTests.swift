import Harness
import Testing
import Web

/// What a journalist, an official or a search engine finds.
@Suite struct Pages {
    private static let pages = [
        "", "/campaigns", "/campaigns/social-protection-for-all", "/organisations", "/organisations/ilo", "/why", "/counting", "/privacy",
        "/accessibility", "/contact",
    ]

    @Test(arguments: ["fr", "en", "es", "nl"]) func everyPageExistsInEveryLanguageAndTheMenuKeepsIt(language: String) async throws {
        try await TestSite.with { site in
            for page in Self.pages {
                let screen = await site.browser(language: language).get("/\(language)\(page)")
                #expect(screen.status == 200, "/\(language)\(page)")
                #expect(screen.text.contains("<html lang=\"\(language)\" dir=\"ltr\">"))
                for other in ["fr", "en", "es", "nl"] { #expect(screen.text.contains("href=\"/\(other)\(page)\" lang=\"\(other)\"")) }
                #expect(!screen.text.contains("{"), "a placeholder is left on /\(language)\(page)")
            }
        }
    }

    @Test(arguments: [("en", "Sign the petition"), ("nl", "Teken de petitie")]) func nothingAsksToSignWhatIsClosed(
        language: String, words: String
    ) async throws {
        try await TestSite.with { site in
            let pages = ["/\(language)", "/\(language)/campaigns/social-protection-for-all"]
            for page in pages { #expect((await site.browser(language: language).get(page)).words.contains(words)) }
            try await site.closeCampaign()
            for page in pages {
                let screen = await site.browser(language: language).get(page)
                #expect(screen.status == 200 && !screen.words.contains(words) && !screen.text.contains("#sign"), "\(page)")
            }
        }
    }

    @Test func aSiteWithoutDemoHasItsPagesToo() async throws {
        try await TestSite.with(demo: false) { site in
            for page in ["", "/campaigns", "/organisations", "/why", "/privacy"] {
                #expect((await site.browser().get("/en\(page)")).status == 200)
            }
            #expect((await site.browser().get("/en/campaigns/anything")).status == 404)
        }
    }

    @Test func theDoorLeadsToTheLanguageThatTheBrowserAsksFor() async throws {
        try await TestSite.with { site in
            #expect((await site.browser(language: "nl-BE,nl;q=0.9,fr;q=0.8").get("/")).path == "/nl")
            #expect((await site.browser(language: "sw,wo;q=0.5").get("/")).path == "/en")
        }
    }

    @Test func theSiteMapAndRobotsNameThePublicPages() async throws {
        try await TestSite.with { site in
            let map = await site.browser().get("/sitemap.xml")
            for page in Self.pages { #expect(map.text.contains("<loc>https://site.example/fr\(page)</loc>")) }
            #expect(!map.text.contains("signatures"))
            #expect((await site.browser().get("/robots.txt")).text.contains("Sitemap: https://site.example/sitemap.xml"))
        }
    }

    @Test func theCountIsSmallAndCacheable() async throws {
        try await TestSite.with { site in
            let count = await site.browser().get("/campaigns/social-protection-for-all/count.json")
            #expect(count.text.utf8.count < 200)
            #expect(count.reply.header("Cache-Control")?.contains("stale-while-revalidate") == true)
            #expect((await site.browser().get("/campaigns/social-protection-for-all/countries.json")).status == 200)
            #expect((await site.browser().get("/campaigns/nothing/count.json")).status == 404)
        }
    }

    @Test func metricsAreOffUnlessAllowed() async throws {
        try await TestSite.with { site in
            #expect((await site.browser().get("/metrics")).status == 404)
            #expect((await site.browser().get("/health/live")).status == 200)
            #expect((await site.browser().get("/health/ready")).status == 200)
        }
    }

    @Test func everyAnswerCarriesTheSecurityHeaders() async throws {
        try await TestSite.with { site in
            for path in ["/en", "/en/nothing", "/health/live", "/campaigns/social-protection-for-all/count.json"] {
                let reply = (await site.browser().get(path)).reply
                #expect(reply.header("Content-Security-Policy")?.contains("default-src 'none'") == true, "\(path)")
                #expect(reply.header("X-Content-Type-Options") == "nosniff")
                #expect(reply.header("Strict-Transport-Security") != nil)
            }
        }
    }
}
