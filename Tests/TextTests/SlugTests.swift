import Testing
import Text

@Suite struct SlugTests {
    @Test(
        "A title becomes part of an address",
        arguments: [
            ("Protection sociale pour tous", "protection-sociale-pour-tous"), ("L’Équipe & cie — 2026 !", "l-equipe-cie-2026"),
            ("  --a//b..  ", "a-b"), ("Ελλάδα", "ellada"), ("Привет, мир", "privet-mir"), ("../../etc/passwd", "etc-passwd"),
            ("Đấu tranh", "dau-tranh"),
            ("សុខភាព", "page"), ("", "page"), ("🙂", "page"), ("សុខភាព 2026", "2026"),
        ])
    func slugs(title: String, slug: String) {
        #expect(Slug.make(title) == slug)
    }

    @Test("A title without any letter for it takes the word that the caller gives")
    func fallback() {
        #expect(Slug.make("…", or: "campaign") == "campaign")
    }

    @Test("Long titles are cut between words, long words anywhere, and a book takes no time")
    func length() {
        let slug = Slug.make("La protection sociale universelle est un droit pour les travailleuses domestiques")
        #expect(slug == "la-protection-sociale-universelle-est-un-droit-pour-les")
        #expect(Slug.make(String(repeating: "a", count: 1_000_000)) == String(repeating: "a", count: 60))
    }

    @Test("Whatever the title, the address holds nothing else than letters, digits and single hyphens")
    func alphabet() {
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-".unicodeScalars)
        for value in UInt32(1)...0xFFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let slug = Slug.make("a\(scalar)b")
            #expect(slug.unicodeScalars.allSatisfy(allowed.contains) && slug.hasPrefix("a") && !slug.hasSuffix("-") && !slug.contains("--"))
        }
    }
}
