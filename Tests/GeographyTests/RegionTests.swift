import Geography
import Testing
import Text

@Suite struct RegionTests {
    @Test("Every subregion belongs to its region, and holds a country")
    func subregions() {
        #expect(Region.allCases.flatMap(\.subregions).count == Subregion.allCases.count)
        for subregion in Subregion.allCases {
            #expect(subregion.region.subregions.contains(subregion))
            #expect(Country.all.contains { $0.subregion == subregion }, "\(subregion)")
        }
    }

    @Test("Every region has a name in every language of the interface", arguments: Language.interface)
    func names(language: Language) {
        let names = Region.allCases.map { $0.name(in: language) } + Subregion.allCases.map { $0.name(in: language) }
        // Antarctica is both.
        #expect(Set(names).count == names.count - 1)
        #expect(names.allSatisfy { $0.contains(where: \.isLetter) })
    }

    @Test(
        "Names are the usual ones",
        arguments: [
            ("fr", "Afrique", "Afrique occidentale"), ("en", "Africa", "Western Africa"), ("es", "África", "África occidental"),
            ("nl", "Afrika", "West-Afrika"),
        ])
    func known(tag: String, africa: String, west: String) throws {
        let language = try #require(Language(tag))
        #expect(Region.africa.name(in: language) == africa)
        #expect(Subregion.westernAfrica.name(in: language) == west)
    }
}
