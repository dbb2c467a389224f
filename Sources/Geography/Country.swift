public import Text

/// A country or territory with a code of its own in ISO 3166-1, and Kosovo, which has none and uses `XK`.
/// A code here says nothing about anybody's sovereignty: it is the list that organisations and statistics use.
public struct Country: Hashable, Sendable, CustomStringConvertible {
    /// ISO 3166-1 alpha-2, upper case: `SN`.
    public let code: String
    /// Where M49 puts it. M49 does not list Taiwan and Kosovo; they stand with their neighbours.
    public let subregion: Subregion

    /// The country with that code, in either case; nil if there is none.
    public init?(code: String) {
        guard code.utf8.count == 2, code.utf8.allSatisfy({ $0 < 0x80 }), let country = Self.byCode[code.uppercased()] else { return nil }
        self = country
    }

    init(known code: String, in subregion: Subregion) {
        self.code = code
        self.subregion = subregion
    }

    /// The code.
    public var description: String { code }

    /// The part of the world it lies in.
    public var region: Region { subregion.region }

    /// All 250, by code.
    public static let all: [Country] = CountryTable.countries.sorted { $0.code < $1.code }

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    /// Its name in a language: the one that is usual there, as in Unicode's CLDR, save where `CountryNames` says why not. English if CLDR has none.
    public func name(in language: Language) -> String {
        CountryNames.of(language).byCode[code] ?? code
    }

    /// All countries with their names, in the order of the names without their accents; made once a language and kept.
    public static func sorted(in language: Language) -> [(country: Country, name: String)] {
        CountryNames.of(language).sorted
    }
}

extension Country: Codable {
    /// Reads a code; throws `DecodingError` if no country has it.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let code = try container.decode(String.self)
        guard let country = Country(code: code) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(code)” is not a country code")
        }
        self = country
    }

    /// Writes the code.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
