import Geography
import Testing
import Text
import Web

@testable import Organisations

/// What the address of the directory may hold.
@Suite struct FilterTests {
    private func read(_ pairs: [(name: String, value: String)]) -> (DirectoryFilter, [String]) {
        var check = FormCheck(Fields(pairs))
        let filter = DirectoryFilter(&check)
        return (filter, check.problems.map(\.field))
    }

    @Test func emptyFieldsSayNothing() {
        let (filter, problems) = read(DirectoryFilter.fields.map { ($0, " ") })
        #expect(filter.isEmpty)
        #expect(problems.isEmpty)
    }

    @Test func aFilterIsWrittenAndReadAlike() throws {
        var filter = DirectoryFilter()
        filter.words = "mutuelle & santé"
        filter.category = .mutuals
        filter.country = Country(code: "BJ")
        filter.area = .subregion(.westernAfrica)
        filter.theme = "health-care"
        filter.language = Language("wo")
        filter.network = "masmut"
        let (again, problems) = read(filter.query.map { (name: $0.0, value: $0.1) })
        #expect(again == filter)
        #expect(problems.isEmpty)
        #expect(filter.query.map(\.0) == DirectoryFilter.fields)
    }

    @Test(arguments: [
        ("category", "thieves"), ("category", "Unions"), ("country", "XX"), ("country", "belgium"), ("region", "999"), ("region", "-1"),
        ("language", "f"), ("language", "<b>"), ("q", String(repeating: "a", count: 10_000)), ("theme", String(repeating: "t", count: 61)),
        ("network", String(repeating: "n", count: 101)), ("q", "a\u{202E}b"), ("q", "a\u{0}b"),
    ]) func whatSaysNothingIsAProblemAndLeftOut(field: String, value: String) {
        let (filter, problems) = read([(field, value)])
        #expect(problems == [field])
        #expect(filter.isEmpty)
    }

    @Test func aFieldSentTwiceIsAProblem() {
        let (filter, problems) = read([("country", "BE"), ("country", "SN")])
        #expect(problems == ["country"])
        #expect(filter.isEmpty)
    }

    @Test func onlyTellingWordsAreSought() {
        #expect(SearchWords.sought("Union union un U") == ["union"])
        #expect(SearchWords.sought("Cambodian Confederation of Labour") == ["confederation", "cambodian", "labour"])
        #expect(SearchWords.sought("la de") == ["de", "la"], "where nothing longer is asked for")
        #expect(SearchWords.sought((1...60).map { "word\($0)" }.joined(separator: " ")).count == 6)
        #expect(SearchWords.sought("% _ ' \" — ").isEmpty)
        #expect(SearchWords.split("L’Équipe 11.11.11") == ["l", "equipe", "11", "11", "11"])
        #expect(SearchWords.split(String(repeating: "ក", count: 500)).map(\.unicodeScalars.count) == [40])
    }

    @Test func categoriesHoldWhatIsBeneathThem() {
        #expect(Category.top.count == 9)
        #expect(Category.workers.children == [.unions])
        #expect(Category.unions.family == [.unions])
        #expect(Set(Category.top.flatMap(\.family)).count == Category.allCases.count)
    }
}
