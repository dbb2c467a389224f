import Foundation
import Testing
import Text

@Suite struct LanguageTests {
    @Test(
        "Tags get their customary case",
        arguments: [
            ("FR", "fr"), ("pt-br", "pt-BR"), ("ZH-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"), ("zh-CMN-hans-cn", "zh-cmn-Hans-CN"),
            ("sl-ROZAJ-biske", "sl-rozaj-biske"), ("de-ch-1901", "de-CH-1901"), ("ar-u-NU-latn", "ar-u-nu-latn"),
            ("wo-X-Dakar", "wo-x-dakar"),
        ])
    func canonicalCase(tag: String, code: String) {
        #expect(Language(tag)?.code == code)
    }

    @Test(
        "What is not a tag is refused",
        arguments: [
            "", "f", "x-private", "i-klingon", "fr_FR", "fr-", "-fr", "fr--FR", "f1", "français", "fr-abcdefghi", "fr-FR-BE", "en-a",
            "en-x",
            "en-a-bb-a-cc", "de-1901-1901", "fr/../en", "fr\"", "fr ", "abcdefgh-abcdefgh-abcdefgh-abcdefgh-abcd", "fr\u{301}",
        ])
    func malformed(tag: String) {
        #expect(Language(tag) == nil)
    }

    @Test("The interface speaks French, English, Spanish and Dutch, in this order")
    func interface() {
        #expect(Language.interface.map(\.code) == ["fr", "en", "es", "nl"])
    }

    @Test(
        "Each language is named as its speakers name it",
        arguments: [
            ("fr", "Français"), ("en", "English"), ("es", "Español"), ("nl", "Nederlands"), ("km", "ខ្មែរ"), ("qu", "Runasimi"),
            ("qaa", "qaa"),
        ])
    func ownName(tag: String, name: String) throws {
        #expect(try #require(Language(tag)).ownName == name)
    }

    @Test("The script of the tag decides the direction, else the usual script of the language")
    func direction() throws {
        let leftToRight = ["fr", "km", "az", "pa", "ks-Deva", "ar-Latn", "ff"]
        let rightToLeft = ["ar", "fa-AF", "he", "ur", "ckb", "az-Arab", "pa-Arab-PK", "ff-Adlm", "dv"]
        for tag in leftToRight { #expect(try #require(Language(tag)).isRightToLeft == false, "\(tag)") }
        for tag in rightToLeft { #expect(try #require(Language(tag)).isRightToLeft, "\(tag)") }
    }

    @Test("A language is stored as its tag, and a bad tag does not decode")
    func coding() throws {
        let data = try JSONEncoder().encode([Language.french])
        #expect(String(decoding: data, as: UTF8.self) == #"["fr"]"#)
        #expect(try JSONDecoder().decode([Language].self, from: data) == [.french])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Language].self, from: Data(#"["fr_FR"]"#.utf8)) }
    }
}
