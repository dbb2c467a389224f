import HTML
import Testing
import Text

@testable import Web

@Suite struct RouteTests {
    private static let campaign = Route<Language, String>(.get, "/{language}/campaigns/{slug}")
    private static let calendar = Route<Language, Int64>(.get, "/{language}/events/{event}.ics")

    @Test func `A route prints its address from typed values`() {
        #expect(Self.campaign.path(.french, "floors").description == "/fr/campaigns/floors")
        #expect(Self.calendar.path(.dutch, 12).description == "/nl/events/12.ics")
        #expect(Negotiation.route.path().description == "/")
    }

    @Test func `A route reads back what it prints`() throws {
        let read = try #require(Self.campaign.parameters(from: ["es", "suelos-2026"]))
        #expect(read.0 == .spanish)
        #expect(read.1 == "suelos-2026")
    }

    @Test(arguments: ["", "a b", "a/b", "..", "a\u{0}", "<script>", "a?b", String(repeating: "a", count: 201)])
    func `A segment that is no slug is no text`(segment: String) {
        #expect(String(segment: segment) == nil)
    }

    @Test(arguments: ["floors-2026", "ប្រាក់", "été", "a.b_c~d"])
    func `Slugs may be of any script`(segment: String) {
        #expect(String(segment: segment) == segment)
    }

    @Test(arguments: ["+1", "01", "1.0", " 1", "", "9223372036854775808", "1e3", "-0"])
    func `A number has one spelling`(segment: String) {
        #expect(Int64(segment: segment) == nil)
    }

    @Test func `A language has one spelling`() {
        #expect(Language(segment: "FR") == nil)
        #expect(Language(segment: "pt-BR")?.code == "pt-BR")
    }

    private enum Kind: String, PathParameter { case news, guides }

    @Test func `An enumeration of words is a parameter`() {
        #expect(Route<Kind>(.get, "/{kind}").path(.guides).description == "/guides")
        #expect(Kind(segment: "other") == nil)
    }

    @Test func `A pattern with fewer names than parameters stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = Route<String, String>(.get, "/{one}") }
    }

    @Test func `A secret that is not in the pattern stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = Route<String>(.get, "/{one}", secret: ["token"]) }
    }

    @Test func `The same address bound twice stops the program`() async {
        await #expect(processExitsWith: .failure) {
            var table = RouteTable()
            table.bind(Route<String>(.get, "/{one}"), for: .everyone) { _, _ in .noContent }
            table.bind(Route<String>(.get, "/{other}"), for: .everyone) { _, _ in .noContent }
        }
    }
}
