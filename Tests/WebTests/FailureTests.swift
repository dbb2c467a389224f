import HTML
import Testing
import Text

@testable import Web

@Suite struct FailureTests {
    private struct DatabaseIsAway: Error {}
    private struct Surprise: Error {}

    private static func site(frame: @escaping Frame = TestSite.frame) throws -> TestSite {
        try TestSite(frame: frame, explain: { $0 is DatabaseIsAway ? .unavailable("the database is away") : nil }) { table in
            table.bind(Route<Language>(.get, "/{language}/away"), for: .everyone) { _, _ in throw DatabaseIsAway() }
            table.bind(Route<Language>(.get, "/{language}/surprise"), for: .everyone) { _, _ in throw Surprise() }
            table.bind(Route<Language>(.get, "/{language}/gone"), for: .everyone) { _, _ in throw WebFailure.gone }
            table.bind(Route<Language>(.get, "/{language}/mine"), for: .everyone) { _, _ in throw WebFailure.forbidden("not theirs") }
            table.bind(FixedRoute(.get, "/count.json"), for: .everyone) { _ in throw DatabaseIsAway() }
            table.bind(FixedRoute(.get, "/list.csv"), for: .everyone) { _ in throw DatabaseIsAway() }
        }
    }

    @Test(arguments: [
        ("/fr/nothing", 404, "Cette page n’existe pas"), ("/nl/gone", 410, "Deze pagina is verwijderd"),
        ("/es/mine", 403, "No puede hacer esto"),
        ("/en/away", 503, "not available"), ("/fr/surprise", 500, "Une erreur s’est produite de notre côté"),
    ])
    func `A failure is a page in the language of its address`(target: String, status: Int, words: String) async throws {
        let reply = try await Self.site().get(target, [("Accept", "text/html,application/json;q=0.9")])
        #expect(reply.status.code == status)
        #expect(reply.text.contains(words))
        #expect(reply.text.contains("<html lang=\"\(target.dropFirst().prefix(2))\">"))
        #expect(reply.header("Content-Type") == "text/html; charset=utf-8")
        #expect(reply.header("Cache-Control") == "no-store")
    }

    @Test func `A failure of ours says whom to write to, since the page about that may fail too`() async throws {
        #expect(try await Self.site().get("/en/surprise").text.contains("<a href=\"mailto:help@example.org\">"))
        #expect(try await !Self.site().get("/en/nothing").text.contains("mailto:"))
    }

    @Test func `Without a language in the address the browser's is taken`() async throws {
        #expect(try await Self.site().get("/nothing", [("Accept-Language", "es")]).text.contains("Esta página no existe"))
    }

    @Test func `Data fails as data`() async throws {
        let json = try await Self.site().get("/count.json", [("Accept-Language", "fr")])
        #expect(json.status == .unavailable)
        #expect(json.header("Content-Type") == "application/problem+json")
        #expect(json.header("Retry-After") == "30")
        #expect(json.text.contains("\"status\":503"))
        let asked = try await Self.site().get("/fr/nothing", [("Accept", "application/json")])
        #expect(asked.header("Content-Type") == "application/problem+json")
        let text = try await Self.site().get("/list.csv")
        #expect(text.header("Content-Type") == "text/plain; charset=utf-8")
    }

    @Test func `A surprise is logged in full, and the visitor gets only its number`() async throws {
        let site = try Self.site()
        let reply = await site.get("/en/surprise")
        let line = try #require(site.log.lines.first { $0.hasPrefix("error") })
        #expect(line.contains("Surprise"))
        #expect(!reply.text.contains("Surprise"))
        let number = try #require(reply.text.split(separator: "number: ").last?.prefix { $0 != "<" })
        #expect(number.contains("-"))
    }

    @Test func `When even the frame fails there are plain words`() async throws {
        struct NoPaper: Error {}
        let site = try Self.site(frame: { _, _ in throw NoPaper() })
        let reply = await site.get("/fr/nothing")
        #expect(reply.status == .notFound)
        #expect(reply.header("Content-Type") == "text/plain; charset=utf-8")
        #expect(reply.text.contains("Cette page n’existe pas"))
        #expect(reply.header("Content-Security-Policy") != nil)
    }

    @Test(arguments: ["/fr/nothing", "/en/surprise", "/fr/%FF", "/count.json", "/fr/gone/"])
    func `Every answer has the security headers, errors too`(target: String) async throws {
        let reply = try await Self.site().get(target)
        #expect(reply.header("Content-Security-Policy") == SecurityHeaders.contentPolicy)
        #expect(reply.header("X-Content-Type-Options") == "nosniff")
        #expect(reply.header("Referrer-Policy") == "same-origin")
        #expect(reply.header("Cross-Origin-Opener-Policy") == "same-origin")
        #expect(reply.header("Permissions-Policy")?.contains("geolocation=()") == true)
        #expect(reply.header("Strict-Transport-Security") == "max-age=31536000")
        #expect(reply.header("Date")?.hasSuffix("GMT") == true)
    }

    @Test func `A site without TLS does not promise it`() async throws {
        let site = try TestSite(base: "http://127.0.0.1:8080") { _ in }
        #expect(await site.get("/").header("Strict-Transport-Security") == nil)
    }

    @Test(arguments: [
        WebFailure.notFound, .gone, .badRequest(""), .forbidden(""), .crossOrigin(""), .tooLarge(""), .unsupportedMedia(""), .tooMany(""),
        .unavailable(""), .methodNotAllowed([.post]), .serverError(""),
    ])
    func `Every failure has words in every language`(failure: WebFailure) throws {
        let catalogue = try #require(TestSite.catalogue)
        #expect(catalogue.gaps().isEmpty)
        #expect(catalogue.keys.contains(failure.titleKey))
        #expect(catalogue.keys.contains(failure.messageKey))
    }

    @Test func `The log has one line a request, without query and secrets`() async throws {
        let site = try TestSite { table in
            table.bind(Route<Language, String>(.get, "/{language}/signatures/{token}", secret: ["token"]), for: .everyone) { _, _, _ in
                .text("ok")
            }
        }
        _ = await site.get("/fr/signatures/AbC123?mailbox=amina@example.org")
        let lines = site.log.lines.filter { $0.hasPrefix("info") }
        #expect(lines.count == 1)
        #expect(lines.first?.contains("GET /fr/signatures/… 200") == true)
        #expect(!site.log.lines.joined().contains("AbC123"))
        #expect(!site.log.lines.joined().contains("amina"))
    }

    @Test func `An address that led nowhere is not logged, since it may be a mistyped secret`() async throws {
        let site = try Self.site()
        _ = await site.get("/fr/signatures/AbC123/extra")
        #expect(!site.log.lines.joined().contains("AbC123"))
    }
}
