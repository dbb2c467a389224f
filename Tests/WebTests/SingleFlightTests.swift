import HTTPTypes
import Testing
import Text
import Time

@testable import Web

@Suite struct SingleFlightTests {
    private static let policy = CachePolicy(topics: ["a"])

    @Test func `Fifty who ask at once get one answer, made once`() async throws {
        let made = Tally()
        let gate = Gate()
        let site = try TestSite { table in
            table.bind(FixedRoute(.get, "/page"), for: .everyone) { _ in
                made.add()
                await gate.pass()
                return .text("the page").cached(Self.policy)
            }
        }
        let texts = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 { group.addTask { await site.get("/page").text } }
            try await eventually { made.value == 1 }
            gate.open()
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(texts == ["the page"])
        #expect(made.value == 1)
    }

    @Test func `Who asks after a topic moved does not get what was begun before`() async throws {
        let made = Tally()
        let gate = Gate()
        let site = try TestSite { table in
            table.bind(FixedRoute(.get, "/page"), for: .everyone) { _ in
                let number = made.add()
                if number == 1 { await gate.pass() }
                return .text("number \(number)").cached(Self.policy)
            }
        }
        async let early = site.get("/page").text
        try await eventually { made.value == 1 }
        site.cache.invalidate(topics: ["a"])
        async let late = site.get("/page").text
        gate.open()
        #expect(await early == "number 1")
        #expect(await late == "number 2")
        #expect(await site.get("/page").text == "number 2")
    }

    @Test func `A topic that moved while the page was made keeps it out, another does not`() async throws {
        for (topic, kept) in [("a", 0), ("b", 1)] {
            let site = try TestSite(cacheBytes: 1 << 20) { _ in }
            let cache = site.cache
            let moment = cache.begin()
            cache.invalidate(topics: [topic])
            let ready = ReadyAnswer(Rendered(status: .ok, fields: [:], bytes: [1]), .kept)
            let isTrue = cache.end(moment, "/x", ready, topics: ["a"], until: site.clock.clock.now() + .seconds(9))
            #expect(isTrue == (kept == 1))
            #expect(cache.count == kept)
        }
    }

    @Test func `Who waited for an answer that cannot be shared gets an own one`() async throws {
        let made = Tally()
        let gate = Gate()
        let site = try TestSite { table in
            table.bind(FixedRoute(.get, "/page"), for: .everyone) { _ in
                let number = made.add()
                if number == 1 { await gate.pass() }
                return .text("number \(number)")
            }
        }
        async let first = site.get("/page").text
        try await eventually { made.value == 1 }
        async let second = site.get("/page").text
        gate.open()
        #expect(await Set([first, second]) == ["number 1", "number 2"])
        #expect(site.cache.count == 0)
    }

    @Test func `A failure is not shared, and the next one tries again`() async throws {
        let made = Tally()
        let site = try TestSite { table in
            table.bind(FixedRoute(.get, "/page"), for: .everyone) { _ in
                if made.add() == 1 { throw WebFailure.unavailable("away") }
                return .text("the page").cached(Self.policy)
            }
        }
        #expect(await site.get("/page").status == .unavailable)
        #expect(await site.get("/page").text == "the page")
    }

    @Test func `Nothing behind a guard is ever kept`() async throws {
        let made = Tally()
        let site = try TestSite { table in
            table.bind(FixedRoute(.get, "/desk"), for: Guard<Int>("member") { _ in 1 }) { _, _ in .text("\(made.add())") }
        }
        _ = await site.get("/desk")
        #expect(await site.get("/desk").text == "2")
    }

    @Test func `Under moving topics and many readers nobody reads backwards`() async throws {
        let truth = Tally()
        let site = try TestSite { table in
            table.bind(FixedRoute(.get, "/count"), for: .everyone) { _ in
                let count = truth.value
                await Task.yield()
                return .text("\(count)").cached(Self.policy)
            }
        }
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                for _ in 0..<300 {
                    truth.add()
                    site.cache.invalidate(topics: ["a"])
                    await Task.yield()
                }
                return true
            }
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<200 {
                        let before = truth.value
                        // Counted before, dropped after: the drop of the last count may still be on its way.
                        guard let read = Int(await site.get("/count").text), read >= before - 1 else { return false }
                    }
                    return true
                }
            }
            for await isForward in group { #expect(isForward) }
        }
    }
}
