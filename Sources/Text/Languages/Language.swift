/// A language of people, as a BCP 47 tag in canonical case: `fr`, `wo`, `pt-BR`, `zh-Hant-TW`. Content may be in any of them.
public struct Language: Hashable, Sendable, CustomStringConvertible {
    /// The tag, ready for `lang=` and for the address of a page.
    public let code: String

    /// The language with that tag; nil if the tag is not well-formed (RFC 5646) or longer than 35 bytes. Case does not matter.
    /// The historical "grandfathered" tags (`i-klingon`) are refused: each has a modern form.
    public init?(_ tag: String) {
        guard let code = LanguageTag.canonical(tag) else { return nil }
        self.code = code
    }

    private init(known code: String) {
        self.code = code
    }

    /// The tag.
    public var description: String { code }

    /// `fr`
    public static let french = Language(known: "fr")
    /// `en`
    public static let english = Language(known: "en")
    /// `es`
    public static let spanish = Language(known: "es")
    /// `nl`
    public static let dutch = Language(known: "nl")

    /// The languages the pages themselves are written in, in the order of the language menu.
    public static let interface: [Language] = [.french, .english, .spanish, .dutch]

    /// The language without script, region and variants: `pt` of `pt-BR`.
    public var base: Language {
        Language(known: String(code.prefix { $0 != "-" }))
    }
}

extension Language: Codable {
    /// Reads a tag; throws `DecodingError` if it is not well-formed.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let tag = try container.decode(String.self)
        guard let language = Language(tag) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(tag)” is not a language tag")
        }
        self = language
    }

    /// Writes the tag.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
