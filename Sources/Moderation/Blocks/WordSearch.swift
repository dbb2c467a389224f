internal import Text

/// Finds words in what people wrote, however they are capitalised, accented or separated; never within a longer word.
enum WordSearch {
    /// The words of a text, folded, with one space between them.
    static func words(of text: String) -> String {
        let folded = Folding.key(text)
        var words = ""
        var isSpaceDue = false
        for scalar in folded.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber || isMark(scalar) {
                if isSpaceDue, !words.isEmpty { words += " " }
                isSpaceDue = false
                words.unicodeScalars.append(scalar)
            } else {
                isSpaceDue = true
            }
        }
        return words
    }

    /// Whether these words stand in a text, both as `words(of:)` makes them. Bytes are compared, not characters.
    static func holds(_ text: String, _ words: String) -> Bool {
        let (text, words) = (Array(" \(text) ".utf8), Array(" \(words) ".utf8))
        guard text.count >= words.count else { return false }
        return (0...(text.count - words.count)).contains { text[$0...].starts(with: words) }
    }

    /// Vowel signs of scripts that need them.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark: true
        default: false
        }
    }
}
