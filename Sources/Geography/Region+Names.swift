internal import Foundation
public import Text

extension Region {
    /// Its name in a language, as in Unicode's CLDR: `Afrique`.
    public func name(in language: Language) -> String {
        self == .antarctica ? RegionNames.of("AQ", in: language) : RegionNames.of(rawValue, in: language)
    }
}

extension Subregion {
    /// Its name in a language, as in Unicode's CLDR: `Afrique occidentale`.
    public func name(in language: Language) -> String {
        switch self {
        case .antarctica: RegionNames.of("AQ", in: language)
        // CLDR says Australasia, which to most people includes other islands, and "Micronesian Region".
        case .australiaAndNewZealand: RegionNames.australiaAndNewZealand[language.base] ?? RegionNames.of(rawValue, in: language)
        case .micronesia: RegionNames.micronesia[language.base] ?? RegionNames.of(rawValue, in: language)
        default: RegionNames.of(rawValue, in: language)
        }
    }
}

private enum RegionNames {
    static let australiaAndNewZealand: [Language: String] = [
        .english: "Australia and New Zealand", .french: "Australie et Nouvelle-Zélande", .spanish: "Australia y Nueva Zelanda",
        .dutch: "Australië en Nieuw-Zeeland",
    ]
    static let micronesia: [Language: String] = [
        .english: "Micronesia", .french: "Micronésie", .spanish: "Micronesia", .dutch: "Micronesië",
    ]

    static func of(_ code: String, in language: Language) -> String {
        Locale(identifier: language.code).localizedString(forRegionCode: code)
            ?? Locale(identifier: Language.english.code).localizedString(forRegionCode: code) ?? code
    }
}
