import Testing
import Text

@Suite struct LanguagePreferenceTests {
    @Test(
        "A browser gets the language it likes best among those there are",
        arguments: [
            ("nl", "nl"),
            ("es,fr;q=0.9", "es"),
            ("fr;q=0.5,nl;q=0.7", "nl"),
            ("de,es;q=0.8,nl;q=0.8", "es"),
            ("fr-CA", "fr"),
            ("FR-be;q=1.000", "fr"),
            ("nl-Latn-BE-1994", "nl"),
            ("de-DE,de;q=0.9", "en"),
            ("*", "en"),
            ("de, *;q=0.1", "en"),
            ("*, en;q=0", "fr"),
            ("fr;q=0, nl;q=0.001", "nl"),
            ("fr; q=0.2 ,\tnl ; q=0.3", "nl"),
        ])
    func preferred(header: String, code: String) {
        #expect(Language.preferred(header, among: Language.interface, default: .english).code == code)
    }

    @Test(
        "A malformed item is passed over",
        arguments: [
            "fr;q=2", "fr;q=1.001", "fr;q=0.1234", "fr;q=", "fr;q=-1", "fr;q", "fr;q=0.5;q=0.7", "fr;x=1", "fr nl", ";q=1", ",,,", "", "é",
            "-", "fr;q=0.٣",
        ])
    func malformed(header: String) {
        #expect(Language.preferred(header + ",es;q=0.1", among: Language.interface, default: .english) == .spanish)
    }

    @Test("A more special language serves who asks for the general one")
    func region() throws {
        let brazilian = try #require(Language("pt-BR"))
        #expect(Language.preferred("pt", among: [.english, brazilian], default: .english) == brazilian)
        #expect(Language.preferred("p", among: [.english, brazilian], default: .english) == .english)
    }

    @Test("No header means the default, and of a long one only the beginning is read")
    func bounds() {
        #expect(Language.preferred(nil, among: Language.interface, default: .dutch) == .dutch)
        let long = String(repeating: "de,", count: 100_000) + "fr"
        #expect(Language.preferred(long, among: Language.interface, default: .dutch) == .dutch)
    }
}
