import Testing

@testable import Text

@Suite struct PluralRuleTests {
    @Test(
        "Numbers take the form that CLDR gives them",
        arguments: [
            ("fr", [0: "one", 1: "one", 2: "other", 1_000_000: "many", 1_000_001: "other", 3_000_000: "many", -1: "one"]),
            ("en", [0: "other", 1: "one", 2: "other", 21: "other", 1_000_000: "other", -1: "one"]),
            ("es", [0: "other", 1: "one", 2: "other", 1_000_000: "many"]),
            ("nl", [0: "other", 1: "one", 2: "other", 1_000_000: "other"]),
            ("de", [0: "other", 1: "one"]),
            ("sw", [0: "other", 1: "one", 2: "other"]),
            ("pt", [0: "one", 1: "one", 2: "other", 1_000_000: "many"]),
            ("pt-BR", [0: "one"]),
            ("pt-PT", [0: "other", 1: "one", 1_000_000: "many"]),
            (
                "ar",
                [
                    0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 100: "other", 102: "other", 103: "few",
                    111: "many",
                ]
            ),
            (
                "ru",
                [
                    0: "many", 1: "one", 2: "few", 4: "few", 5: "many", 11: "many", 12: "many", 14: "many", 21: "one", 22: "few",
                    111: "many", 121: "one",
                ]
            ),
            ("wo", [0: "other", 1: "other", 2: "other"]),
            ("km", [1: "other", 2: "other"]),
            ("qu", [1: "other", 2: "other"]),
            ("tlh", [1: "other"]),
        ])
    func forms(tag: String, expected: [Int: String]) throws {
        let rule = PluralRule(try #require(Language(tag)))
        for (number, form) in expected {
            #expect(rule.form(number).rawValue == form, "\(number) in \(tag)")
        }
    }

    @Test("The greatest and the least number have a form")
    func extremes() {
        for language in Language.interface + [Language("ar"), Language("ru")].compactMap(\.self) {
            #expect(PluralRule(language).form(.min) != .zero)
            #expect(PluralRule(language).form(.max) != .zero)
        }
    }
}
