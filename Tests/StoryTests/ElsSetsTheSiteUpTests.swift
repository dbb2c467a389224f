import App
import Campaigns
import Foundation
import Harness
import Mail
import People
import Site
import Storage
import Testing
import Text
import Web

/// Els makes the site the coalition's own: its colours, its languages, who stands under its mails.
@Suite struct ElsSetsTheSiteUp {
    private static func set(_ site: TestSite, _ els: Browser, _ typed: [String: String?]) async throws -> Screen {
        let saved = await els.submit(try await els.get("/en/desk/settings").form("/settings"), typed)
        await site.live.refresh()
        return saved
    }

    private static func sheet(_ browser: Browser) async throws -> (path: String, text: String) {
        let page = await browser.get("/en").text
        let path = String(try #require(page.firstMatch(of: /\/assets\/socle\.[0-9a-f]{16}\.css/)).0)
        return (path, await browser.get(path).text)
    }

    @Test func coloursReachEveryPageAtOnce() async throws {
        try await TestSite.with { site in
            let els = try await site.signedIn(.administrator)
            let visitor = site.browser()
            let before = try await Self.sheet(visitor)
            #expect((await els.get("/en/desk/settings")).words.contains("Now #b92d1b: reaches 5"))
            let saved = try await Self.set(site, els, ["accent": "#0B6623", "ground": "#f4f4f4"])
            #expect(saved.path == "/en/desk/settings?done=1")
            let after = try await Self.sheet(visitor)
            #expect(after.path != before.path, "cached pages name the new one too")
            #expect(after.text.contains("--red:#0b6623;--on-red:#ffffff;--ground:#f4f4f4"))
            let former = await visitor.get(before.path)
            #expect(former.text == after.text, "a page kept elsewhere gets the colours of today")
            #expect(former.reply.header("Cache-Control") == "no-cache")
            #expect((await visitor.get("/assets/nothing.0123456789abcdef.css")).status == 404)
            _ = try await Self.set(site, els, ["accent": "", "ground": ""])
            #expect(try await Self.sheet(visitor).path == before.path)
        }
    }

    @Test func hostileAndPaleColoursAreRefused() async throws {
        try await TestSite.with { site in
            let els = try await site.signedIn(.administrator)
            for hostile in ["red", "#fff", "#12345g", "#000000;}body{display:none", "url(//x)", "</style><script>", "#b92d1b\u{0}"] {
                let refused = try await Self.set(site, els, ["accent": hostile])
                #expect(refused.status == (hostile.contains("\u{0}") ? 400 : 422), "\(hostile)")
            }
            let pale = try await Self.set(site, els, ["accent": "#f0b429"])
            #expect(pale.status == 422)
            #expect(pale.words.contains("This reaches 1.6:1"))
            let nearest = String(try #require(pale.words.firstMatch(of: /nearest colour that does is (#[0-9a-f]{6})/)).1)
            #expect(try await Self.set(site, els, ["accent": nearest]).path.hasSuffix("done=1"), "what it offers it takes")
            #expect(try await Self.set(site, els, ["groundDark": "#ffffff"]).status == 422)
        }
    }

    @Test(arguments: TestEngine.allCases) func aDisabledLanguageLeavesTheSiteAndItsLinksGoOnWorking(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let visitor = site.browser(language: "fr")
            let form = try await visitor.get("/fr/campaigns/social-protection-for-all").form("/signatures")
            _ = await visitor.submit(form, ["name": "Awa", "email": "awa@example.org", "country": "SN", "support": "yes"])
            let link = try #require(try await site.mail(to: "awa@example.org").first?.link)
            let open = try await visitor.get("/fr/campaigns/social-protection-for-all").form("/signatures")
            let els = try await site.signedIn(.administrator)
            _ = try await Self.set(site, els, ["offered-fr": nil, "main": "es"])

            let home = await visitor.answer("GET", "/fr")
            #expect(home.status == .seeOther && home.header("Location") == "/es")
            #expect(home.header("Cache-Control") == "no-store", "it may be offered again")
            #expect((await visitor.get("/fr/organisations?q=wsm")).path == "/es/organisations?q=wsm")
            #expect((await visitor.get("/")).path == "/es", "nobody is led to it")
            let page = await visitor.get("/en/campaigns/social-protection-for-all")
            #expect(!page.text.contains("hreflang=\"fr\"") && page.text.contains("hreflang=\"nl\""))
            #expect(!(await visitor.get("/sitemap.xml")).text.contains("/fr/"))
            #expect((await visitor.get(link)).status == 200, "the link of a mail written in French")
            let sent = await visitor.submit(open, ["name": "Bineta", "email": "bineta@example.org", "country": "SN", "support": "yes"])
            #expect(sent.status == 200 && sent.path.hasPrefix("/es/"), "a form that was open is taken")
            #expect(try await site.mail(to: "bineta@example.org").count == 1)

            _ = try await Self.set(site, els, ["offered-fr": "yes"])
            #expect((await visitor.get("/fr")).path == "/fr")
        }
    }

    @Test func atLeastOneLanguageStaysAndTheMainOneIsAmongThem() async throws {
        try await TestSite.with { site in
            let els = try await site.signedIn(.administrator)
            let none: [String: String?] = ["offered-fr": nil, "offered-en": nil, "offered-es": nil, "offered-nl": nil]
            #expect(try await Self.set(site, els, none).status == 422)
            #expect(try await Self.set(site, els, ["offered-nl": nil, "main": "nl"]).status == 422)
            #expect(try await Self.set(site, els, ["main": "wo"]).status == 422)
            _ = try await Self.set(site, els, ["offered-fr": nil, "offered-en": nil, "offered-es": nil, "main": "nl"])
            let desk = await els.get("/en/desk/settings")
            #expect(desk.path == "/nl/desk/settings" && desk.status == 200)
        }
    }

    @Test func whoIsResponsibleStandsOnEveryPage() async throws {
        try await TestSite.with { site in
            let els = try await site.signedIn(.administrator)
            _ = try await Self.set(site, els, ["responsible-en": "Sample A & Sample B, jointly"])
            for path in ["/en", "/en/organisations", "/en/privacy", "/en/nothing"] {
                #expect((await site.browser().get(path)).words.contains("Responsible: Sample A & Sample B, jointly"), "\(path)")
            }
        }
    }

    @Test func theSenderOfMailsIsSetAndAnswersStayInTheDomain() async throws {
        try await TestSite.with { site in
            let els = try await site.signedIn(.administrator)
            #expect(try await Self.set(site, els, ["replyTo": "boss@evil.example"]).status == 422)
            #expect(try await Self.set(site, els, ["sender-en": "a\r\nBcc: x@example.org"]).status == 422)
            _ = try await Self.set(site, els, ["replyTo": "answers@Site.example", "sender-en": "Jonas for the coalition"])
            let kept = try await site.program.database.read { try SiteStore.settings(on: $0) }
            #expect(kept.replyTo == "answers@Site.example")
            #expect(kept.sender(in: .english) == "Jonas for the coalition")
            let letterhead = site.program.letterhead(try await Site(database: site.program.database))
            #expect(letterhead.replyTo?.address == "answers@site.example")
        }
    }

    @Test(arguments: TestEngine.allCases) func aLogoStandsOnEveryPage(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let els = try await site.signedIn(.administrator)
            let form = try await els.get("/en/desk/settings").form("/settings/logo")
            let png = TestPicture.png
            let svg = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".utf8)
            #expect((await els.submit(form, [:], file: "logo", named: "logo.png", svg)).status == 422)
            #expect(
                (await els.submit(form, [:], file: "logo", named: "logo.png", png + [UInt8](repeating: 0, count: 60_000))).status == 422)
            let cut = await els.submit(form, [:], file: "logo", named: "logo.png", Array(png.prefix(40)))
            #expect(cut.status == 422 && cut.words.contains("damaged or was cut off"))
            #expect((await els.submit(form, [:], file: "logo", named: "logo.png", png)).status == 200)
            await site.live.refresh()
            let home = await site.browser().get("/fr")
            let address = try #require(home.text.firstMatch(of: /<img src="(\/logo\/[0-9a-f]+)" alt="">/))
            let picture = await site.browser().get(String(address.1))
            #expect(picture.reply.body == png && picture.reply.header("Content-Type") == "image/png")

            // Saving the other settings leaves it.
            let saved = await els.submit(try await els.get("/en/desk/settings").form("/desk/settings"))
            #expect(saved.text.contains("The logo now"))
            _ = await els.submit(try saved.form("/logo/removal"))
            await site.live.refresh()
            #expect(!(await site.browser().get("/fr")).text.contains("/logo/"))
            #expect((await site.browser().get(String(address.1))).status == 404)
            let files: Int? = try await site.program.database.read { try $0.value("SELECT count(*) FROM file") }
            #expect(files == 0)
        }
    }
}
