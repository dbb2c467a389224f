import Testing

@testable import Web

@Suite struct TopicLedgerTests {
    @Test func `Only the answers that hang on a topic are dropped`() {
        var ledger = TopicLedger()
        ledger.note("/a", ["x", "y"])
        ledger.note("/b", ["y"])
        let dropped = [["x"], ["y"], ["x", "y"]].map { ledger.move($0) }
        #expect(dropped == [["/a"], ["/b"], []])
    }

    @Test func `An answer made anew hangs on its new topics alone`() {
        var ledger = TopicLedger()
        ledger.note("/a", ["x"])
        ledger.note("/a", ["y"])
        let dropped = [["x"], ["y"]].map { ledger.move($0) }
        #expect(dropped == [[], ["/a"]])
    }

    @Test func `Moves before the making began do not count`() {
        var ledger = TopicLedger()
        _ = ledger.move(["x"])
        let moment = ledger.begin()
        let isTrue = ledger.end(moment, ["x"])
        #expect(isTrue)
    }

    @Test func `Moves during the making count, however many others there were`() {
        var ledger = TopicLedger()
        let moment = ledger.begin()
        _ = ledger.move(["x"])
        for number in 0..<20_000 { _ = ledger.move(["other\(number)"]) }
        let isTrue = ledger.end(moment, ["x"])
        #expect(!isTrue)
    }

    @Test func `A making that goes on remembers while another ends`() {
        var ledger = TopicLedger()
        let first = ledger.begin()
        _ = ledger.move(["x"])
        let second = ledger.begin()
        let areTrue = [second, first].map { ledger.end($0, ["x"]) }
        #expect(areTrue == [true, false])
    }
}
