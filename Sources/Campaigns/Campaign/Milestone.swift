/// Something that happened in the history of a campaign, with its source: told as history, never counted as rows.
public struct Milestone: Sendable, Hashable {
    /// When, as it is known: `2014` or `2015-12` or `2015-12-31`.
    public let date: String
    /// What happened, in the reader's language.
    public let words: String
    /// Who says so.
    public let source: String

    /// A milestone.
    public init(date: String, words: String, source: String) {
        self.date = date
        self.words = words
        self.source = source
    }
}
