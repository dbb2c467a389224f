import Foundation
import Geography
import Testing
import Text

@Suite struct CountryTests {
    @Test("All 249 codes of ISO 3166-1 and XK are there, each once")
    func complete() {
        #expect(Country.all.count == 250)
        #expect(Set(Country.all.map(\.code)).count == 250)
        #expect(Country.all.map(\.code) == Country.all.map(\.code).sorted())
        #expect(Country.all.allSatisfy { $0.code.utf8.count == 2 && $0.code == $0.code.uppercased() })
    }

    @Test("The codes are those that Foundation knows, without the ones that ISO only reserves")
    func sameAsFoundation() {
        let reserved: Set = ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN"]
        let known = Set(
            Locale.Region.isoRegions.map(\.identifier).filter { $0.utf8.count == 2 && $0.utf8.allSatisfy { $0 >= UInt8(ascii: "A") } })
        #expect(known.subtracting(reserved) == Set(Country.all.map(\.code)))
    }

    @Test("A code is found in either case, and what is no code is not")
    func lookup() {
        #expect(Country(code: "sn")?.code == "SN")
        for code in ["", "S", "SEN", "EU", "ZZ", "ß", "S N", "AN"] { #expect(Country(code: code) == nil, "\(code)") }
    }

    @Test(
        "Countries lie where M49 puts them",
        arguments: [
            ("SN", "africa", "011"), ("CD", "africa", "017"), ("KE", "africa", "014"), ("AR", "americas", "005"), ("MX", "americas", "013"),
            ("HT", "americas", "029"),
            ("US", "americas", "021"), ("KH", "asia", "035"), ("TR", "asia", "145"), ("IR", "asia", "034"), ("CY", "asia", "145"),
            ("BE", "europe", "155"),
            ("GB", "europe", "154"), ("RU", "europe", "151"), ("XK", "europe", "039"), ("TL", "asia", "035"), ("PG", "oceania", "054"),
            ("AQ", "antarctica", "010"),
        ])
    func regions(code: String, region: String, subregion: String) throws {
        let country = try #require(Country(code: code))
        #expect(String(describing: country.region) == region)
        #expect(country.subregion.rawValue == subregion)
    }

    @Test("Each region has as many countries as in M49, with Taiwan in Asia and Kosovo in Europe")
    func sizes() {
        let sizes = Dictionary(grouping: Country.all, by: \.region).mapValues(\.count)
        #expect(sizes == [.africa: 60, .americas: 57, .asia: 51, .europe: 52, .oceania: 29, .antarctica: 1])
        let latin = Country.all.filter { Subregion.latinAmericaAndCaribbean.contains($0.subregion) }
        #expect(latin.count == 52)
    }

    @Test("Every country has a name of its own in every language of the interface", arguments: Language.interface)
    func names(language: Language) {
        let names = Country.sorted(in: language)
        #expect(names.count == 250)
        #expect(Set(names.map(\.name)).count == 250)
        for (country, name) in names {
            #expect(name.utf8.count > 3 && name != country.code && name == country.name(in: language), "\(country)")
        }
    }

    @Test(
        "Names are the usual ones, save those we have reasons to change",
        arguments: [
            ("SN", "fr", "Sénégal"), ("KH", "nl", "Cambodja"), ("CN", "en", "China"), ("CN", "nl", "China"), ("PS", "fr", "Palestine"),
            ("PS", "es", "Palestina"),
            ("CD", "fr", "République démocratique du Congo"), ("CG", "en", "Congo"), ("MM", "es", "Myanmar"),
            ("FK", "es", "Islas Malvinas (Falkland)"),
            ("KN", "en", "Saint Kitts and Nevis"), ("BA", "en", "Bosnia and Herzegovina"), ("CI", "en", "Côte d’Ivoire"),
            ("CD", "fr-BE", "République démocratique du Congo"),
            ("SN", "ar", "السنغال"), ("SN", "qaa", "Senegal"),
        ])
    func known(code: String, tag: String, name: String) throws {
        #expect(try #require(Country(code: code)).name(in: try #require(Language(tag))) == name)
    }

    @Test("No name is shortened for narrow menus in English")
    func spelledOut() {
        for (_, name) in Country.sorted(in: .english) {
            #expect(!name.contains("&") && !name.contains("St. ") && !name.contains("U.S."), "\(name)")
        }
    }

    @Test("Accents do not move a name to the end")
    func order() throws {
        let names = Country.sorted(in: .french).map(\.name)
        let egypt = try #require(names.firstIndex(of: "Égypte"))
        #expect(names.first == "Afghanistan")
        #expect(egypt < (try #require(names.firstIndex(of: "Fidji"))))
        #expect(names.map { Folding.key($0) } == names.map { Folding.key($0) }.sorted())
    }

    @Test("A country is stored as its code, and a wrong one does not decode")
    func coding() throws {
        let senegal = try #require(Country(code: "SN"))
        let data = try JSONEncoder().encode([senegal])
        #expect(String(decoding: data, as: UTF8.self) == #"["SN"]"#)
        #expect(try JSONDecoder().decode([Country].self, from: data) == [senegal])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Country].self, from: Data(#"["ZZ"]"#.utf8)) }
    }
}
