import HTML
import Testing
import Text

@testable import Web

@Suite struct RoutingTests {
    private static func site() throws -> TestSite {
        try TestSite { table in
            table.bind(Negotiation.route, for: .everyone, Negotiation.answer)
            table.bind(Route<Language, String>(.get, "/{language}/campaigns/{slug}"), for: .everyone) { _, _, slug in
                .text("campaign \(slug)")
            }
            table.bind(Route<Language>(.get, "/{language}/campaigns/new"), for: .everyone) { _, _ in .text("new") }
            table.bind(Route<Language, String>(.post, "/{language}/campaigns/{slug}"), for: .everyone) { _, _, slug in
                .text("posted \(slug)")
            }
            table.bind(Route<Language, Int64>(.get, "/{language}/events/{event}.ics"), for: .everyone) { _, _, event in
                .text("calendar \(event)")
            }
            table.bind(Route<Language, Int64>(.get, "/{language}/events/{event}"), for: .everyone) { _, _, event in .text("event \(event)")
            }
            table.bind(FixedRoute(.get, "/search", query: ["q"]), for: .everyone) { visit in .text(visit.query("q") ?? "nothing") }
        }
    }

    @Test(arguments: [
        ("/fr/campaigns/floors", "campaign floors"), ("/fr/campaigns/new", "new"), ("/en/events/7", "event 7"),
        ("/en/events/7.ics", "calendar 7"), ("/fr/campaigns/%66loors", "campaign floors"),
    ])
    func `An address leads to its handler`(target: String, words: String) async throws {
        let reply = try await Self.site().get(target)
        #expect(reply.status == .ok)
        #expect(reply.text == words)
    }

    @Test(arguments: [
        "/fr", "/fr/campaigns", "/fr/campaigns/a/b", "/fr//campaigns/floors", "/xx/campaigns/floors", "/FR/campaigns/floors",
        "/pt/campaigns/floors", "/fr/campaigns/a%2Fb", "/en/events/seven", "/en/events/7.", "/fr/campaigns/..",
    ])
    func `What no route has is not found`(target: String) async throws {
        #expect(try await Self.site().get(target).status == .notFound)
    }

    @Test(arguments: ["/fr/%00", "/fr/%FF", "*", "http://evil.example/", "/search?q=%00", "/search?q=%C3"])
    func `What cannot be read is a bad request`(target: String) async throws {
        #expect(try await Self.site().get(target).status == .badRequest)
    }

    @Test func `The fixed text wins only where it has the method`() async throws {
        #expect(try await Self.site().post("/fr/campaigns/new", "").text == "posted new")
    }

    @Test(arguments: ["PUT", "DELETE", "OPTIONS", "PROPFIND"])
    func `A known address says which methods it has`(method: String) async throws {
        let reply = try await Self.site().get("/en/events/7", method: method)
        #expect(reply.status == .methodNotAllowed)
        #expect(reply.header("Allow") == "GET, HEAD")
    }

    @Test func `HEAD is answered as GET without the body`() async throws {
        let reply = try await Self.site().get("/en/events/7", method: "HEAD")
        #expect(reply.status == .ok)
        #expect(reply.header("Content-Length") == "7")
        #expect(reply.body.isEmpty)
    }

    @Test func `A slash at the end leads to the address without it`() async throws {
        let reply = try await Self.site().get("/en/events/7/?a=b")
        #expect(reply.status == .permanentRedirect)
        #expect(reply.header("Location") == "/en/events/7?a=b")
        #expect(try await Self.site().get("/nowhere/").status == .notFound)
    }

    @Test(arguments: [("nl, fr;q=0.9", "/nl"), ("pt-BR, es;q=0.5", "/es"), ("", "/en")])
    func `The bare address leads to the language of the browser`(wish: String, location: String) async throws {
        let reply = try await Self.site().get("/", [("Accept-Language", wish)])
        #expect(reply.status == .seeOther)
        #expect(reply.header("Location") == location)
        #expect(reply.header("Vary") == "Accept-Language")
        #expect(reply.header("Cache-Control") == "no-store")
    }

    @Test func `A query is read by name, plus signs as spaces`() async throws {
        #expect(try await Self.site().get("/search?x=1&q=d%C3%A9cent+work&q=2").text == "décent work")
    }

    @Test func `The table lists every route with its guard`() {
        var table = RouteTable()
        let members = Guard<Int>("member") { _ in 7 }
        table.bind(Route<Language>(.get, "/{language}/desk"), for: members) { _, member, _ in .text("\(member)") }
        #expect(table.routes.map { "\($0.method.rawValue) \($0.pattern) \($0.access)" } == ["GET /{language}/desk member"])
    }

    @Test func `A handler below a guard gets its context, and none runs without`() async throws {
        let site = try TestSite { table in
            let members = Guard<String>("member") { visit in
                guard let name = visit.header("X-Name") else { throw Answer.Instead(.redirect(to: URLPath(segments: ["sign-in"]))) }
                return name
            }
            table.bind(FixedRoute(.get, "/desk"), for: members) { _, name in .text("hello \(name)") }
        }
        #expect(await site.get("/desk", [("X-Name", "Els")]).text == "hello Els")
        #expect(await site.get("/desk").header("Location") == "/sign-in")
    }
}
