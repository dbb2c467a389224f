internal import Text
internal import Time

/// A link by which somebody without an account translates one text into one language.
struct TranslationLink: Sendable, Hashable, Identifiable {
    let id: Int64
    let key: TextKey
    let language: Language
    /// The language that is shown beside.
    let source: Language
    /// For whom it was made, in the words of the editor.
    let purpose: String
    let madeAt: Instant
    let expiresAt: Instant
    /// When an editor ended it.
    let endedAt: Instant?
    /// When something was saved by it last.
    let usedAt: Instant?

    /// How long it works.
    static let holds = Duration.days(30)
    /// How long one that works no longer is known, to say so.
    static let remembered = Duration.days(90)
    static let longestPurpose = 100

    func isOver(at now: Instant) -> Bool { endedAt != nil || expiresAt <= now }
}
