internal import Foundation
internal import Synchronization
internal import Text

/// The names of all countries in one language.
struct CountryNames: Sendable {
    let byCode: [String: String]
    let sorted: [(country: Country, name: String)]

    /// The names in a language. Sorting them takes several milliseconds, so they are kept; the bound is for addresses that try languages out.
    static func of(_ language: Language) -> CountryNames {
        if let names = kept.withLock({ $0[language] }) { return names }
        let names = CountryNames(in: language)
        kept.withLock { kept in
            if kept.count < mostKept { kept[language] = names }
        }
        return names
    }

    private static let kept = Mutex<[Language: CountryNames]>([:])
    private static let mostKept = 64

    private init(in language: Language) {
        let locale = Locale(identifier: language.code)
        let english = Locale(identifier: Language.english.code)
        let named = Country.all.map { country in
            let name =
                Self.own(country.code, in: language) ?? Self.foundation(country.code, locale) ?? Self.foundation(country.code, english)
            return (country: country, name: Self.spelledOut(name ?? country.code, in: language))
        }
        byCode = Dictionary(uniqueKeysWithValues: named.map { ($0.country.code, $0.name) })
        sorted = named.map { (key: Folding.key($0.name), named: $0) }.sorted { $0.key < $1.key }.map(\.named)
    }

    private static func foundation(_ code: String, _ locale: Locale) -> String? {
        guard let name = locale.localizedString(forRegionCode: code), name != code else { return nil }
        return name
    }

    /// CLDR shortens English names for narrow menus: `St. Kitts & Nevis`.
    private static func spelledOut(_ name: String, in language: Language) -> String {
        guard language.base == .english else { return name }
        return name.replacing(" & ", with: " and ").replacing("St. ", with: "Saint ")
    }

    private static func own(_ code: String, in language: Language) -> String? {
        CountryOverrides.names[code]?[language.base]
    }
}
