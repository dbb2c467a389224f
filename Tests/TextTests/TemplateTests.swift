import HTML
import Testing

@testable import Text

@Suite struct TemplateTests {
    @Test(
        "Places are found, in order or by position",
        arguments: [
            ("%@", [0]), ("a %@ b %lld", [0, 1]), ("%2$@ then %1$lld", [0, 1]), ("%d %ld", [0, 1]), ("%1$@ %1$@", [0]), ("none", []),
            ("%9$@", [8]),
        ] as [(String, Set<Int>)])
    func places(text: String, places: Set<Int>) {
        #expect(Template(text)?.places == places)
    }

    @Test(
        "A percent sign is written twice, or alone where no letter or digit follows",
        arguments: [("80 %% de", "80 % de"), ("80 % de", "80 % de"), ("80 %", "80 %"), ("(%)", "(%)")])
    func percentSigns(text: String, words: String) throws {
        guard case .fixed(let plain, let markup) = try #require(Template(text)) else {
            Issue.record("“\(text)” has no places")
            return
        }
        #expect(plain == words)
        #expect(markup == HTML(text: words))
    }

    @Test(
        "A place of an unknown kind is not accepted",
        arguments: ["%s", "%f", "%0$@", "%1@", "%12$@", "%1$", "%l", "%#@places@ %x", "100%g"])
    func unknown(text: String) {
        #expect(Template(text) == nil)
    }

    @Test("Words around places keep every byte, whatever the script")
    func words() throws {
        guard case .filled(let pieces) = try #require(Template("សូម %@ — l’été <b>")) else {
            Issue.record("there is a place")
            return
        }
        #expect(pieces == [.words("សូម ", HTML(text: "សូម ")), .place(0), .words(" — l’été <b>", "\(" — l’été <b>")")])
    }
}
