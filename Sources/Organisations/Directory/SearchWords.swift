internal import Text

/// The words by which names are found: folded, so that `Mutualité`, `mutualite` and `MUTUALITÉ` are one.
enum SearchWords {
    /// Longer words are found by their beginning: an index of a database takes no endless keys.
    private static let longest = 40

    /// More words than this say nothing more about what is sought.
    private static let mostSought = 6

    /// Each word of a text.
    static func split(_ text: String) -> [String] {
        Folding.key(text).unicodeScalars.split { !stands($0) }.map { String(String.UnicodeScalarView($0.prefix(longest))) }
    }

    /// The first letter of a word, which the directory holds as a word of its own.
    static func initial(_ word: String) -> String { String(String.UnicodeScalarView(word.unicodeScalars.prefix(1))) }

    /// The beginnings of words that are sought by what somebody typed, none of which begins another; the longest of them. "of", "de" and "la"
    /// beside longer words are left out: a name may be written without them.
    static func sought(_ text: String) -> [String] {
        let words = Set(split(text))
        let isLonger = words.contains { !isParticle($0) }
        let telling = words.filter { word in
            !(isLonger && isParticle(word)) && !words.contains { $0 != word && $0.utf8.starts(with: word.utf8) }
        }
        return Array(telling.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.prefix(mostSought))
    }

    private static func isParticle(_ word: String) -> Bool {
        word.utf8.count < 3 && word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    private static func stands(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }
}
