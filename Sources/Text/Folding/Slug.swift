internal import Foundation

/// The part of an address that is made from a title: `Protection sociale pour tous` → `protection-sociale-pour-tous`.
public enum Slug {
    /// At most 60 bytes of `a-z`, `0-9` and single hyphens, cut between words where there is one. Scripts that the system can spell in Latin letters
    /// are (Cyrillic, Arabic, Greek …); what is left of a title with no such letter (Khmer) is `fallback`.
    /// It is not unique, and may be a word that an address reserves: the caller sees to both.
    public static func make(_ text: String, or fallback: String = "page") -> String {
        // Only the beginning can count, and spelling out a whole book would take long.
        let beginning = String(text.unicodeScalars.prefix(4 * longest))
        let folded = Folding.key(beginning)
        let latin =
            folded.utf8.allSatisfy { $0 < 0x80 } ? folded : Folding.key(folded.applyingTransform(.toLatin, reverse: false) ?? folded)
        let words = latin.unicodeScalars.split { !isPlain($0) }.map(String.init)
        guard var slug = words.first?.prefix(longest).description else { return fallback }
        for word in words.dropFirst() {
            guard slug.utf8.count + 1 + word.utf8.count <= longest else { break }
            slug += "-" + word
        }
        return slug
    }

    private static let longest = 60

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
}
