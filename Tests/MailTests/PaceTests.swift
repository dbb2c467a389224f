import Testing
import Time

@testable import Mail

@Suite("The pace of a domain")
struct PaceTests {
    @Test("lets so many messages go a minute, however many wait")
    func rate() {
        var pace = Pace(perMinute: 60)
        var waiting: [(message: Int, due: Instant)] = (0..<300).map { ($0, Samples.now) }
        var sent: [Instant] = []
        var now = Samples.now
        while !waiting.isEmpty, now < Samples.now + .minutes(10) {
            for (index, item) in waiting.enumerated().reversed() where item.due <= now {
                if let later = pace.wait(for: "example.org", isBulk: item.message.isMultiple(of: 2), at: now) {
                    waiting[index].due = later
                } else {
                    sent.append(now)
                    waiting.remove(at: index)
                }
            }
            now = now + .milliseconds(500)
        }
        #expect(sent.count == 300)
        let minutes = Dictionary(grouping: sent) { ($0 - Samples.now).milliseconds / 60_000 }.mapValues(\.count)
        #expect(minutes.values.allSatisfy { $0 <= 66 })
        #expect(minutes.count <= 6)
    }

    @Test("is each domain's own")
    func domains() {
        var pace = Pace(perMinute: 10)
        #expect(pace.wait(for: "a.example", isBulk: true, at: Samples.now) == nil)
        #expect(pace.wait(for: "b.example", isBulk: true, at: Samples.now) == nil)
        #expect(pace.wait(for: "a.example", isBulk: true, at: Samples.now) == Samples.now + .seconds(6))
        #expect(pace.wait(for: "a.example", isBulk: true, at: Samples.now) == Samples.now + .seconds(12))
        #expect(pace.wait(for: "a.example", isBulk: true, at: Samples.now + .seconds(6)) == nil)
    }

    @Test("lets no personal message wait behind bulk mail")
    func personal() {
        var pace = Pace(perMinute: 60)
        var last = Samples.now
        for _ in 0..<1000 { last = pace.wait(for: "example.org", isBulk: true, at: Samples.now) ?? last }
        #expect(last > Samples.now + .minutes(15))
        #expect(pace.wait(for: "example.org", isBulk: false, at: Samples.now) == Samples.now + .seconds(1))
    }
}
