public import Text

/// How many an audience reaches now, in which languages, and who is left out.
public struct AudienceCount: Sendable, Hashable {
    /// Who would be written to, by the language that they read.
    public let languages: [Language: Int]
    /// Who asked for no more, or whose mailbox is gone.
    public let suppressed: Int
    /// Who has had as many mails this week as anybody may.
    public let capped: Int

    /// How many would be written to.
    public var people: Int { languages.values.reduce(0, +) }

    /// Readers by the words that they would get; nil for those for whom there are none, while nothing is written.
    func readers(of mailing: Mailing) -> [(language: Language, words: Language?, people: Int)] {
        languages.map { (language: $0.key, words: mailing.words(for: $0.key)?.language, people: $0.value) }
            .sorted { ($1.people, $0.language.code) < ($0.people, $1.language.code) }
    }
}
