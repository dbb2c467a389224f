public import Text

extension PublishedText {
    /// The most characters of earlier words that the log keeps of one field.
    private static let kept = 500

    /// What the log notes when a text gets other words in one language: the language, then on a line each the fields that change, with the
    /// words that stood there. Whoever signed or read those can be told what they were.
    public func note(in language: Language, becoming words: TextWords) -> String {
        let before = versions[language]?.words ?? TextWords()
        let changed = before.fields.keys.sorted().filter { before[$0] != words[$0] }
        let lines = changed.map { field in
            let earlier = before[field].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return "\(field): \(earlier.count > Self.kept ? String(earlier.prefix(Self.kept)) + "…" : earlier)"
        }
        return ([language.code] + lines).joined(separator: "\n")
    }
}
