public import Text
public import Time

/// What a published translation was made from, by whom, and when: what tells whether it still follows its original.
public struct TranslationRecord: Sendable, Hashable {
    /// The language it was made from.
    public let source: Language
    /// The version of it: the digest of its words then.
    public let sourceDigest: String
    /// What the translator wanted to be called; empty if nothing, or if nobody knows.
    public let translator: String
    /// When it was made, if somebody knows.
    public let madeAt: Instant?
}

/// Where a text stands in one language.
public enum TranslationState: String, Sendable, CaseIterable {
    /// The others are made from this one.
    case original
    /// Somebody translated it, and it says what the original says.
    case translation
    /// A machine translated it and nobody has checked it.
    case machine
    /// The original, or the translation that it was made from, says something else since.
    case outdated
    /// There is nothing in this language.
    case missing
}

/// A text as translators and editors see it: what is published, which language the others follow, and what each was made from.
struct TranslatedText: Sendable {
    let text: PublishedText
    /// The language in which it is written first.
    let original: Language
    let records: [Language: TranslationRecord]

    /// What there is to say about one language: a machine's translation can be outdated too.
    func states(_ language: Language) -> [TranslationState] {
        guard let version = text.versions[language] else { return [.missing] }
        if language == original { return [.original] }
        return (version.isMachine ? [.machine] : [.translation]) + (isOutdated(language) ? [.outdated] : [])
    }

    /// Whether what it was made from says something else now, or is outdated itself: a translation of a translation follows the original too.
    func isOutdated(_ language: Language) -> Bool {
        var seen: Set<Language> = []
        var language = language
        // By what each was made from, up to the original.
        while language != original, text.versions[language] != nil, let record = records[language], seen.insert(language).inserted {
            if text.versions[record.source]?.words.digest != record.sourceDigest { return true }
            language = record.source
        }
        return false
    }
}
