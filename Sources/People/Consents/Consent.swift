internal import Secrets
public import Text

/// What a person may agree to, each for itself.
public enum Purpose: String, Sendable, CaseIterable {
    /// Keeping that they support this: reveals an opinion, perhaps union membership (GDPR Article 9(2)(a)). Without it nothing is kept.
    case support
    /// News of the campaign they signed.
    case campaignNews
    /// News of the coalition as a whole.
    case coalitionNews
}

/// The words that were shown when consent was asked: a version of them in one language, known by the hash of all its words.
public struct Notice: Sendable, Hashable {
    /// The version: the first 16 hexadecimal digits of SHA-256 over language and words.
    public let version: String
    /// The language it was shown in.
    public let language: Language
    /// What each purpose said.
    public let words: [Purpose: String]

    /// The notice with these words; its version follows from them.
    public init(language: Language, words: [Purpose: String]) {
        self.language = language
        self.words = words
        let text = Purpose.allCases.map { "\($0.rawValue)\n\(words[$0] ?? "")\n" }.joined()
        version = Digest.hex("\(language.code)\n\(text)".utf8, first: 8)
    }
}
