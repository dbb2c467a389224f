import HTML
import Testing
import Text

@testable import Web

@Suite struct CompressionTests {
    @Test(arguments: [
        ("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("gzip;q=1.0, br;q=0.5", "gzip"), ("br;q=0", "identity"), ("*", "br"),
        ("*;q=0.5, br;q=0", "gzip"), ("", "identity"), ("identity;q=0.8, gzip;q=0.5", "identity"), ("BR", "br"), ("x-gzip", "gzip"),
        ("br;q=0.001", "br"), ("br;q=nonsense, gzip;q=0.1", "gzip"), (",,;;=", "identity"), ("gzip ; q=0.9 , br ; q=1", "br"),
    ])
    func `The coding is the one that the browser prefers`(header: String, coding: String) {
        #expect(ContentCoding.preferred(header, offered: [.brotli, .gzip]).rawValue == coding)
    }

    @Test func `Without the header nothing is packed`() {
        #expect(ContentCoding.preferred(nil, offered: [.brotli, .gzip]) == .identity)
    }

    @Test(arguments: [600, 6000, 100_000])
    func `What was packed unpacks to the same bytes`(count: Int) throws {
        let bytes = Array(String(repeating: "Protection sociale pour toutes et tous. ", count: count / 40 + 1).utf8)
        for effort in [Compressor.Effort.once, .kept, .file] {
            #expect(Unpacking.brotli(try #require(Compressor.pack(bytes, .brotli, effort))) == bytes)
            #expect(Unpacking.gzip(try #require(Compressor.pack(bytes, .gzip, effort))) == bytes)
        }
    }

    @Test func `What does not shrink, or is short, stays as it is`() {
        var generator = Xorshift(state: 7)
        let noise = (0..<2000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        #expect(Compressor.pack(noise, .gzip, .once) == nil)
        #expect(Compressor.pack(noise, .brotli, .once) == nil)
        #expect(Compressor.pack([UInt8](repeating: 65, count: 599), .brotli, .once) == nil)
    }

    private static let words = String(repeating: "A pension at last. ", count: 100)

    private static func site() throws -> TestSite {
        try TestSite { table in
            table.bind(Route<Language>(.get, "/{language}/once"), for: .everyone) { _, _ in .text(words) }
            table.bind(Route<Language>(.get, "/{language}/kept"), for: .everyone) { _, _ in .text(words).cached(CachePolicy(topics: [])) }
            table.bind(Route<Language>(.get, "/{language}/short"), for: .everyone) { _, _ in .text("short") }
            table.bind(Route<Language>(.get, "/{language}/picture"), for: .everyone) { _, _ in
                .bytes([UInt8](repeating: 0, count: 5000), type: "image/webp")
            }
        }
    }

    @Test(arguments: ["/fr/once", "/fr/kept"])
    func `Pages are packed as the browser asks, kept or not`(target: String) async throws {
        let site = try Self.site()
        let brotli = await site.get(target, [("Accept-Encoding", "gzip, br")])
        #expect(brotli.header("Content-Encoding") == "br")
        #expect(brotli.header("Content-Length") == "\(brotli.body.count)")
        #expect(Unpacking.brotli(brotli.body) == Array(Self.words.utf8))
        let gzip = await site.get(target, [("Accept-Encoding", "gzip")])
        #expect(gzip.header("Content-Encoding") == "gzip")
        #expect(Unpacking.gzip(gzip.body) == Array(Self.words.utf8))
        let plain = await site.get(target)
        #expect(plain.header("Content-Encoding") == nil)
        #expect(plain.text == Self.words)
        for reply in [brotli, gzip, plain] { #expect(reply.header("Vary") == "Accept-Encoding") }
    }

    @Test(arguments: ["/fr/short", "/fr/picture"])
    func `Short answers and pictures are not packed`(target: String) async throws {
        let reply = try await Self.site().get(target, [("Accept-Encoding", "br")])
        #expect(reply.header("Content-Encoding") == nil)
    }
}
