import HTML
import Testing
import Text

@testable import Web

@Suite struct AnswerTests {
    private static func reply(_ answer: @escaping @Sendable () throws -> Answer) async throws -> Reply {
        try await TestSite { $0.bind(FixedRoute(.get, "/it"), for: .everyone) { _ in try answer() } }.get("/it")
    }

    @Test func `A page is drawn by the frame, in its language`() async throws {
        let reply = try await Self.reply { .page(page("Bonjour <b>", .french)) }
        #expect(reply.text.contains("<title>Bonjour &lt;b&gt;</title>"))
        #expect(reply.header("Content-Type") == "text/html; charset=utf-8")
        #expect(reply.header("Content-Language") == "fr")
        #expect(reply.header("Cache-Control") == "no-store")
        #expect(reply.header("X-Robots-Tag") == nil)
    }

    @Test func `A value becomes JSON`() async throws {
        let reply = try await Self.reply { try .json(["b": 1, "a": 2]) }
        #expect(reply.text == #"{"a":2,"b":1}"#)
        #expect(reply.header("Content-Type") == "application/json")
    }

    @Test func `A form is followed by a look at another page`() async throws {
        let reply = try await Self.reply { .redirect(to: URLPath(segments: ["fr", "merci"])) }
        #expect(reply.status == .seeOther)
        #expect(reply.header("Location") == "/fr/merci")
        #expect(reply.header("Content-Length") == "0")
    }

    @Test func `A stream comes in full, and is not kept`() async throws {
        let reply = try await Self.reply {
            .stream(type: "text/csv; charset=utf-8") { writer in
                for line in 0..<3 { try await writer.write("line \(line)\n") }
            }.download(as: "Liste été.csv")
        }
        #expect(reply.text == "line 0\nline 1\nline 2\n")
        #expect(reply.header("Content-Length") == nil)
        #expect(reply.header("Cache-Control") == "no-store")
        #expect(reply.header("Content-Disposition") == "attachment; filename*=UTF-8''Liste%20%C3%A9t%C3%A9.csv")
    }

    @Test func `A header is set once, cookies add up, search engines are kept out`() async throws {
        let reply = try await Self.reply {
            .noContent.header("X-One", "a").header("x-one", "b").header("Set-Cookie", "a=1").header("Set-Cookie", "b=2").withoutIndexing()
        }
        #expect(reply.status == .noContent)
        #expect(reply.headers.filter { $0.name == "x-one" }.map(\.value) == ["b"])
        #expect(reply.headers.filter { $0.name == "set-cookie" }.map(\.value) == ["a=1", "b=2"])
        #expect(reply.header("X-Robots-Tag") == "noindex")
        #expect(reply.header("Content-Length") == nil)
    }

    @Test func `What may be kept says for how long`() async throws {
        let policy = CachePolicy(topics: ["a"], maxAge: .seconds(90), staleWhileRevalidate: .seconds(5), staleIfError: .seconds(600))
        let reply = try await Self.reply { .text("kept").cached(policy) }
        #expect(reply.header("Cache-Control") == "public, max-age=0, s-maxage=90, stale-while-revalidate=5, stale-if-error=600")
    }
}
