import Testing
import Text

@Suite struct FoldingTests {
    @Test(
        "What people take for the same has one key",
        arguments: [
            ("Émile  ZOLA ", "emile zola"), ("E\u{301}mile\tZola", "emile zola"), ("Straße", "strasse"), ("STRASSE", "strasse"),
            ("ẞ", "ss"),
            ("Łódź", "lodz"), ("Đặng", "dang"), ("Ærø", "aero"), ("Œuvre", "oeuvre"), ("İstanbul", "istanbul"), ("ısı", "isi"),
            ("ﬁn", "fin"),
            ("Ｆｕｌｌ", "full"), ("l’union", "l'union"), ("L`Union", "l'union"), ("«a–b»", "\"a-b\""), ("a\u{200B}b\u{AD}c\u{FEFF}", "abc"),
            ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("σίσυφος", "σισυφοσ"), ("Ñandú", "nandu"), ("Wàccee ŋ", "waccee n"), ("Ɗan ƙasa", "dan kasa"),
            ("\u{202E}abc", "abc"), ("a\u{A0}\u{2003}b", "a b"), ("a\r\nb", "a b"), ("\u{212A}", "k"), ("مُحَمَّد", "محمد"), ("Å", "a"),
            ("x²", "x2"), ("", ""), (" \n", ""),
        ])
    func folds(text: String, key: String) {
        #expect(Array(Folding.key(text).utf8) == Array(key.utf8))
    }

    @Test(
        "Words that differ by a vowel sign or a voicing mark stay apart",
        arguments: [("កា", "កិ"), ("कि", "की"), ("か", "が"), ("ที่", "ทา"), ("ខ្មែរ", "ខមរ")])
    func scriptsWithVowelSigns(one: String, other: String) {
        #expect(Folding.key(one) != Folding.key(other))
        #expect(!Folding.key(one).isEmpty)
    }

    @Test("Folding twice changes nothing, for every character there is")
    func idempotent() {
        let all = (UInt32(1)...0x2FFFF).compactMap(Unicode.Scalar.init)
        let changed = all.filter { scalar in
            let once = Folding.key(String(scalar))
            return Array(Folding.key(once).utf8) != Array(once.utf8)
        }
        #expect(changed.isEmpty, "\(changed.prefix(20))")
    }

    @Test("Composed and decomposed forms of a name have the same key")
    func normalForms() {
        let composed = "\u{1EC7}\u{E9}\u{FC}"
        let decomposed = "e\u{302}\u{323}e\u{301}u\u{308}"
        #expect(Array(Folding.key(composed).utf8) == Array(Folding.key(decomposed).utf8))
    }
}
