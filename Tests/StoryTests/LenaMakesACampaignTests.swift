import App
import Foundation
import Harness
import People
import Storage
import Testing
import Time
import Web

/// Lena writes a campaign that nobody sees until it is ready, and gives it a kit.
@Suite struct LenaMakesACampaign {
    private static let pdf = Array("%PDF-1.7\n%\u{e2}\u{e3}\nposter\r\n--not a boundary".utf8)
    private static let campaign = "/en/campaigns/social-protection-for-all"
    private static let words = ["title": "Floors now", "summary": "In one sentence", "demand": "We demand floors.", "body": "Because."]

    @Test(arguments: TestEngine.allCases) func aDraftIsSeenByNobodyUntilItOpens(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let lena = try await site.signedIn(.editor)
            let form = try await lena.get("/en/desk/campaigns").form("/desk/campaigns")
            let made = await lena.submit(form, Self.words.merging(["slug": "floors-now"]) { $1 })
            #expect(made.words.contains("This is a draft"))
            let visitor = site.browser()
            for path in ["/en/campaigns/floors-now", "/campaigns/floors-now/count.json", "/en/campaigns/floors-now/kit"] {
                #expect((await visitor.get(path)).status == 404, "\(path)")
            }
            #expect(!(await visitor.get("/en/campaigns")).words.contains("Floors now"))
            #expect(!(await visitor.get("/sitemap.xml")).text.contains("floors-now"))
            _ = await lena.submit(try made.form("/opening"))
            #expect((await visitor.get("/en/campaigns/floors-now")).status == 200)
            #expect((await visitor.get("/en/campaigns")).words.contains("Floors now"))
            #expect((await lena.post("/en/desk/campaigns/floors-now/removal", body: [])).status == 404, "only drafts are discarded")
        }
    }

    @Test(arguments: TestEngine.allCases) func aDraftIsDiscarded(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let lena = try await site.signedIn(.editor)
            let form = try await lena.get("/en/desk/campaigns").form("/desk/campaigns")
            _ = await lena.submit(form, Self.words.merging(["slug": "floors-now"]) { $1 })
            let kit = try await lena.get("/en/desk/campaigns/floors-now/kit").form("/kit")
            _ = await lena.submit(kit, ["title": "Poster", "language": "en"], file: "file", named: "a.pdf", Self.pdf)
            let list = await lena.post("/en/desk/campaigns/floors-now/removal", body: [])
            let files: Int? = try await site.program.database.read { try $0.value("SELECT count(*) FROM file") }
            #expect(files == 0, "the files of a kit go with it")
            #expect(list.path == "/en/desk/campaigns" && !list.words.contains("Floors now"))
            #expect((await lena.get("/en/desk/campaigns/floors-now")).status == 404)
        }
    }

    @Test(arguments: TestEngine.allCases) func aKitIsFilledAndDownloaded(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let lena = try await site.signedIn(.editor)
            let page = await lena.get("/en/desk/campaigns/social-protection-for-all/kit")
            let form = try page.form("/kit")
            let svg = Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>".utf8)
            #expect((await lena.submit(form, ["title": "Poster", "language": "sw"], file: "file", named: "a.png", svg)).status == 422)
            #expect((await lena.submit(form, ["title": "Poster", "language": "?"], file: "file", named: "a.pdf", Self.pdf)).status == 422)
            #expect((await lena.submit(form, ["title": "Poster", "language": "sw"])).status == 422, "a file is needed")
            let saved = await lena.submit(form, ["title": "Bango A3", "language": "sw"], file: "file", named: "../../bango.exe", Self.pdf)
            #expect(saved.words.contains("Bango A3"))

            let visitor = site.browser()
            #expect((await visitor.get(Self.campaign)).words.contains("1 file to download"))
            let kit = await visitor.get("\(Self.campaign)/kit")
            #expect(kit.words.contains("Kiswahili") && kit.words.contains("Words to share") && kit.words.contains("PDF"))
            let file = await visitor.get(try kit.link("Bango A3"))
            #expect(file.reply.body == Self.pdf)
            #expect(file.reply.header("Content-Type") == "application/pdf")
            #expect(file.reply.header("Content-Disposition") == "attachment; filename*=UTF-8''bango.pdf")
            #expect(file.reply.header("X-Content-Type-Options") == "nosniff")
            let tag = try #require(file.reply.header("ETag"))
            let again = await site.live.responder.reply(
                to: HandmadeRequest("GET", try kit.link("Bango A3"), headers: [("If-None-Match", tag)]))
            #expect(again.status.code == 304 && again.body.isEmpty)
            _ = await lena.submit(try saved.form("/removal"))
            #expect((await visitor.get(try kit.link("Bango A3"))).status == 404)
            #expect(!(await visitor.get(Self.campaign)).words.contains("1 file to download"))
        }
    }
}
