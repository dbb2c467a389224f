internal import Text
internal import Time

/// A translation in the making. Readers never see it: an editor publishes it, or nobody does.
struct TranslationDraft: Sendable, Hashable {
    /// The language it is made from.
    let source: Language
    /// The version of it that whoever saved last had before them.
    let sourceDigest: String
    /// What the translator wants to be called; empty for nothing.
    let translator: String
    /// Whether the words come from a machine and nobody has checked them.
    let isMachine: Bool
    /// When it was saved last: what tells one saving from another, so that nobody overwrites what they have not seen.
    let savedAt: Instant
    /// When the translator said that it is ready.
    let handedInAt: Instant?

    static let longestTranslator = 100
}

/// What somebody saves.
struct SavedTranslation: Sendable {
    let words: TextWords
    let translator: String
    let isMachine: Bool
    let isHandedIn: Bool
    /// The draft that they had before them, if there was one.
    let over: Instant?
}
