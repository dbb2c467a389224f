import Testing
import Text

@testable import Web

@Suite struct CrossOriginTests {
    private static func status(_ headers: [(name: String, value: String)]) async throws -> Int {
        try await TestSite { $0.bind(FixedRoute(.post, "/form"), for: .everyone) { _ in .text("done") } }.post("/form", "a=b", headers)
            .status
            .code
    }

    @Test(arguments: [
        [("Sec-Fetch-Site", "same-origin")], [("Sec-Fetch-Site", "none")], [("Origin", "https://site.example")],
        [("Origin", "HTTPS://Site.Example")], [("Referer", "https://site.example/fr/form?a=b")], [("Referer", "https://site.example")],
        [("Sec-Fetch-Site", "same-origin"), ("Origin", "null"), ("Cookie", "session=1")], [], [("Cookie", "other=1; xsession=2")],
    ])
    func `A form from the site itself passes, and one from no browser without a session`(headers: [(String, String)]) async throws {
        #expect(try await Self.status(headers.map { (name: $0.0, value: $0.1) }) == 200)
    }

    @Test(arguments: [
        [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site")],
        [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://site.example")],
        [("Origin", "https://evil.example")], [("Origin", "null")], [("Origin", "http://site.example")],
        [("Origin", "https://site.example.evil")],
        [("Origin", "https://site.example:444")], [("Referer", "https://evil.example/https://site.example/")],
        [("Referer", "https://site.example.evil/")],
        [("Cookie", "a=b; session=1")], [("Origin", "")],
    ])
    func `A form from another site is refused with words`(headers: [(String, String)]) async throws {
        #expect(try await Self.status(headers.map { (name: $0.0, value: $0.1) }) == 403)
    }

    @Test func `Reading needs no origin`() async throws {
        let site = try TestSite { $0.bind(FixedRoute(.get, "/page"), for: .everyone) { _ in .text("read") } }
        #expect(await site.get("/page", [("Sec-Fetch-Site", "cross-site"), ("Cookie", "session=1")]).status == .ok)
    }
}
