internal import Foundation

/// One form for texts that people take for the same: `L’Équipe` and `l'equipe`. Made here and not by a collation, so that it is the same
/// on every database and every system.
public enum Folding {
    /// The form for uniqueness and sorting: compatibility forms taken apart (NFKD), accents dropped, lower case, apostrophes, quotes and dashes in their
    /// plain form, invisible characters dropped, every run of spaces and controls one space, none at the ends. Folding twice changes nothing.
    ///
    /// Only marks that modify a letter go (accents, Hebrew and Arabic points). Vowel signs, viramas and tone marks of scripts such as
    /// Khmer, Devanagari or Thai are Unicode marks too, but words differ by them alone, so they stay.
    public static func key(_ text: String) -> String {
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        var folded: [UInt8] = []
        var spaceIsDue = false
        for scalar in (isASCII ? text : text.decomposedStringWithCompatibilityMapping).unicodeScalars {
            if isSpace(scalar) {
                spaceIsDue = !folded.isEmpty
            } else if !isDropped(scalar) {
                if spaceIsDue { folded.append(UInt8(ascii: " ")) }
                spaceIsDue = false
                append(scalar, to: &folded)
            }
        }
        return String(decoding: folded, as: UTF8.self)
    }

    /// The folded words of a text with a space between, for comparing what is in a cell or a menu with what one looks for: `Burkina-Faso` and
    /// `Burkina Faso` are one, as are `U.K.` and `UK`. A text of signs alone is its key.
    public static func words(_ text: String) -> String {
        let key = key(text)
        let plain = key.unicodeScalars.filter { $0 != "." }.map { scalar -> Unicode.Scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" ? scalar : " "
        }
        let words = String(String.UnicodeScalarView(plain)).split(separator: " ").joined(separator: " ")
        return words.isEmpty ? key : words
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        if scalar.isASCII {
            folded.append(lowercased(UInt8(truncatingIfNeeded: scalar.value)))
        } else if let letters = plain[scalar] {
            folded += letters.utf8
        } else {
            for part in scalar.properties.lowercaseMapping.unicodeScalars where !isDropped(part) {
                folded += plain[part]?.utf8 ?? String(part).utf8
            }
        }
    }

    /// Lower case; the backtick is an apostrophe on some keyboards.
    private static func lowercased(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "`"): UInt8(ascii: "'")
        default: byte
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return scalar.value <= 0x20 || scalar.value == 0x7F }
        return scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return false }
        if scalar.properties.isDefaultIgnorableCodePoint { return true }
        guard scalar.properties.generalCategory == .nonspacingMark else { return false }
        // Combining classes, Unicode Standard 4.3: 1 overlays; 10...36 Hebrew, Arabic and Syriac points; from 200 accents above, below and through.
        switch scalar.properties.canonicalCombiningClass.rawValue {
        case 1, 10...36, 200...255: return true
        default: return false
        }
    }

    /// Letters that Unicode does not take apart, and the many apostrophes, quotes and dashes of keyboards.
    private static let plain: [Unicode.Scalar: String] = [
        "ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
        "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ı": "i", "ħ": "h", "Ħ": "h", "ŧ": "t", "Ŧ": "t", "ŋ": "n", "Ŋ": "n",
        "ɓ": "b", "Ɓ": "b", "ɗ": "d", "Ɗ": "d", "ƙ": "k", "Ƙ": "k", "ƴ": "y", "Ƴ": "y", "ɛ": "e", "Ɛ": "e", "ɔ": "o", "Ɔ": "o", "ς": "σ",
        "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "ʻ": "'", "′": "'", "´": "'",
        "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"",
        "‐": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    ]
}
