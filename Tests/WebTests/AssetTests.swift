import HTML
import Testing
import Text

@testable import Web

@Suite struct AssetTests {
    private static let style = String(repeating: "body { color: #123 }\n", count: 100)

    private static var assets: Assets {
        Assets(files: ["socle.css": Array(style.utf8), "mark.svg": Array("<svg/>".utf8), "favicon.ico": [0, 0, 1, 0]])
    }

    @Test func `A file is addressed by its content, and may be kept for a year`() async throws {
        let assets = Self.assets
        let path = assets.path("socle.css").description
        #expect(path.hasPrefix("/assets/socle."))
        #expect(path.hasSuffix(".css"))
        let site = try TestSite(assets: assets) { _ in }
        let reply = await site.get(path, [("Accept-Encoding", "br")])
        #expect(reply.status == .ok)
        #expect(reply.header("Cache-Control") == "public, max-age=31536000, immutable")
        #expect(reply.header("Content-Type") == "text/css; charset=utf-8")
        #expect(reply.header("X-Content-Type-Options") == "nosniff")
        #expect(Unpacking.brotli(reply.body) == Array(Self.style.utf8))
    }

    @Test func `Another content has another address`() {
        let other = Assets(files: ["socle.css": Array("body{}".utf8)])
        #expect(other.path("socle.css") != Self.assets.path("socle.css"))
    }

    @Test func `The icon that browsers ask for by name is there, for a day`() async throws {
        let reply = try await TestSite(assets: Self.assets) { _ in }.get("/favicon.ico")
        #expect(reply.header("Cache-Control") == "public, max-age=86400")
        #expect(reply.header("Content-Type") == "image/x-icon")
    }

    @Test func `A file that is not there is not found`() async throws {
        #expect(try await TestSite(assets: Self.assets) { _ in }.get("/assets/socle.css").status == .notFound)
    }
}
