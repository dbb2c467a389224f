/// The forms a language may have for a counted thing, by their names in CLDR.
enum PluralForm: String, Hashable, Sendable, CaseIterable {
    case zero, one, two, few, many, other
}

/// Which form a whole number takes: CLDR 46, plurals.xml, cardinals. https://www.unicode.org/cldr/charts/46/supplemental/language_plural_rules.html
struct PluralRule: Sendable {
    let form: @Sendable (Int) -> PluralForm

    /// The rule of a language; of one that is not listed here, `other` for every number, as CLDR's root has it (Khmer, Wolof, Quechua …).
    init(_ language: Language) {
        form =
            switch language.code {
            case "pt-PT": Self.european
            default:
                switch language.base.code {
                case "en", "nl", "de", "sw": Self.oneIsSingular
                case "fr", "pt": Self.zeroAndOneAreSingular
                case "es", "it", "ca": Self.european
                case "ar": Self.arabic
                case "ru", "uk": Self.slavic
                default: { _ in .other }
                }
            }
    }

    private static let oneIsSingular: @Sendable (Int) -> PluralForm = { $0.magnitude == 1 ? .one : .other }

    private static let zeroAndOneAreSingular: @Sendable (Int) -> PluralForm = { number in
        if number.magnitude <= 1 { return .one }
        return isWholeMillions(number) ? .many : .other
    }

    private static let european: @Sendable (Int) -> PluralForm = { number in
        if number.magnitude == 1 { return .one }
        return isWholeMillions(number) ? .many : .other
    }

    /// "Un million de signatures": whole millions take a preposition in the Romance languages.
    private static func isWholeMillions(_ number: Int) -> Bool {
        number != 0 && number % 1_000_000 == 0
    }

    private static let arabic: @Sendable (Int) -> PluralForm = { number in
        switch number.magnitude {
        case 0: .zero
        case 1: .one
        case 2: .two
        default:
            switch number.magnitude % 100 {
            case 3...10: .few
            case 11...99: .many
            default: .other
            }
        }
    }

    private static let slavic: @Sendable (Int) -> PluralForm = { number in
        switch (number.magnitude % 10, number.magnitude % 100) {
        case (1, let end) where end != 11: .one
        case (2...4, let end) where !(12...14).contains(end): .few
        default: .many
        }
    }
}
