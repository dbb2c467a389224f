import HTML
import Testing
import Text
import Time

@testable import Web

@Suite struct PageCacheTests {
    private static let route = Route<Language>(.get, "/{language}/page", query: ["page", "sort"])

    private static func site(cacheBytes: Int = 1 << 20, _ made: Tally, _ policy: CachePolicy = CachePolicy(topics: ["campaign/1"])) throws
        -> TestSite
    {
        try TestSite(cacheBytes: cacheBytes) { table in
            table.bind(route, for: .everyone) { visit, language in
                .page(page("number \(made.add()), page \(visit.query("page") ?? "1")", language)).cached(policy)
            }
        }
    }

    @Test func `A page is made once and then served to everybody`() async throws {
        let made = Tally()
        let site = try Self.site(made)
        let first = await site.get("/fr/page")
        let second = await site.get("/fr/page", [("Cookie", "session=1")])
        #expect(made.value == 1)
        #expect(second.body == first.body)
        #expect(second.header("ETag") == first.header("ETag"))
        #expect(second.header("Content-Security-Policy") == SecurityHeaders.contentPolicy)
        #expect(site.log.lines.filter { $0.hasPrefix("info") }.count == 1)
    }

    @Test func `HEAD is served from the same answer`() async throws {
        let made = Tally()
        let site = try Self.site(made)
        let whole = await site.get("/fr/page")
        let head = await site.get("/fr/page", method: "HEAD")
        #expect(made.value == 1)
        #expect(head.body.isEmpty)
        #expect(head.header("Content-Length") == "\(whole.body.count)")
    }

    @Test func `A browser that has the page gets no body`() async throws {
        let site = try Self.site(Tally())
        let tag = try #require(await site.get("/fr/page").header("ETag"))
        for held in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
            let reply = await site.get("/fr/page", [("If-None-Match", held)])
            #expect(reply.status.code == 304)
            #expect(reply.body.isEmpty)
            #expect(reply.header("ETag") == tag)
            #expect(reply.header("Content-Length") == nil)
            #expect(reply.header("Cache-Control") != nil)
        }
        #expect(await site.get("/fr/page", [("If-None-Match", "\"other\"")]).status == .ok)
    }

    @Test func `Each coding has its own tag`() async throws {
        let site = try TestSite { table in
            table.bind(Self.route, for: .everyone) { _, language in
                .page(page(String(repeating: "long ", count: 500), language)).cached(CachePolicy(topics: []))
            }
        }
        let codings = ["br", "gzip", "identity"]
        var tags: [String?] = []
        for coding in codings { tags.append(await site.get("/fr/page", [("Accept-Encoding", coding)]).header("ETag")) }
        #expect(Set(tags).count == 3)
    }

    @Test func `Only declared parameters make another page, in any order`() async throws {
        let made = Tally()
        let site = try Self.site(made)
        _ = await site.get("/fr/page?page=2&sort=name")
        _ = await site.get("/fr/page?utm_source=mail&sort=name&page=2")
        _ = await site.get("/fr/p%61ge?page=2&sort=name")
        #expect(made.value == 1)
        #expect(await site.get("/fr/page?utm_source=mail").text.contains("number 2, page 1"))
        #expect(await site.get("/fr/page").text.contains("number 2, page 1"))
        #expect(await site.get("/fr/page?page=3").text.contains("number 3, page 3"))
    }

    @Test func `A page is made anew when one of its topics moves`() async throws {
        let made = Tally()
        let site = try Self.site(made)
        _ = await site.get("/fr/page")
        site.cache.invalidate(topics: ["campaign/2"])
        _ = await site.get("/fr/page")
        #expect(made.value == 1)
        site.cache.invalidate(topics: ["organisations", "campaign/1"])
        #expect(site.cache.count == 0)
        #expect(await site.get("/fr/page").text.contains("number 2"))
    }

    @Test func `Everything is made anew when nobody knows what changed`() async throws {
        let made = Tally()
        let site = try Self.site(made)
        _ = await site.get("/fr/page")
        site.cache.invalidateEverything()
        #expect(await site.get("/fr/page").text.contains("number 2"))
    }

    @Test func `A page grows old by the clock`() async throws {
        let made = Tally()
        let site = try Self.site(made, CachePolicy(topics: [], maxAge: .seconds(60)))
        _ = await site.get("/fr/page")
        site.clock.advance(.seconds(59))
        _ = await site.get("/fr/page")
        #expect(made.value == 1)
        site.clock.advance(.seconds(2))
        _ = await site.get("/fr/page")
        #expect(made.value == 2)
    }

    @Test func `The date is that of the answer, not of the page`() async throws {
        let site = try Self.site(Tally(), CachePolicy(topics: [], maxAge: .hours(1)))
        let first = await site.get("/fr/page").header("Date")
        site.clock.advance(.seconds(5))
        #expect(await site.get("/fr/page").header("Date") != first)
    }

    @Test func `With no bytes nothing is kept`() async throws {
        let made = Tally()
        let site = try Self.site(cacheBytes: 0, made)
        _ = await site.get("/fr/page")
        let reply = await site.get("/fr/page")
        #expect(made.value == 2)
        #expect(reply.header("ETag") != nil)
    }

    @Test func `Memory is bounded, and what is asked for stays`() async throws {
        let made = Tally()
        let site = try TestSite(cacheBytes: 16 * 40_000) { table in
            table.bind(Route<Int64>(.get, "/{number}"), for: .everyone) { _, number in
                made.add()
                return .text("\(number)" + String(repeating: "x", count: 500)).cached(CachePolicy(topics: ["t\(number)"]))
            }
        }
        for number in 0..<500 {
            _ = await site.get("/\(number)")
            _ = await site.get("/0")
        }
        #expect(site.cache.bytes <= 16 * 40_000)
        // Sixteen shards with room for eight each: most of it is in use.
        #expect(site.cache.count > 100)
        #expect(made.value == 500)
    }

    @Test func `An answer larger than a quarter of a shard is not kept`() async throws {
        let made = Tally()
        let site = try TestSite(cacheBytes: 16 * 40_000) { table in
            table.bind(FixedRoute(.get, "/big"), for: .everyone) { _ in
                made.add()
                return .bytes([UInt8](repeating: 1, count: 20_000), type: "image/webp").cached(CachePolicy(topics: []))
            }
        }
        _ = await site.get("/big")
        _ = await site.get("/big")
        #expect(made.value == 2)
        #expect(site.cache.bytes == 0)
    }

    @Test func `What looked at the browser stops a debug build, and nobody else ever gets it`() async {
        await #expect(processExitsWith: .failure) {
            let site = try TestSite { table in
                table.bind(FixedRoute(.get, "/me"), for: .everyone) { visit in
                    .text(visit.cookie("name") ?? "").cached(CachePolicy(topics: []))
                }
            }
            _ = await site.get("/me")
        }
    }

    @Test func `Hits and misses are counted`() async throws {
        let site = try Self.site(Tally())
        for _ in 0..<3 { _ = await site.get("/fr/page") }
        let text = site.metrics.text()
        #expect(text.contains("page_cache_requests_total{outcome=\"hit\"} 2\n"))
        #expect(text.contains("page_cache_requests_total{outcome=\"miss\"} 1\n"))
        #expect(text.contains("http_requests_total{method=\"GET\",route=\"/{language}/page\",status=\"2xx\"} 1\n"))
    }
}
