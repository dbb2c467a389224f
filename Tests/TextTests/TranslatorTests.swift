import HTML
import Testing
import Text

@Suite struct TranslatorTests {
    @Test("Arguments stand where the language wants them, numbers grouped")
    func arguments() throws {
        let sentence = entry("a", ["fr": "%1$@ : %2$lld", "en": "%2$lld for %1$@"])
        #expect(try translator(.french, sentence)("a", "Votes", 12_345) == "Votes : 12\u{202F}345")
        #expect(try translator(.english, sentence)("a", "Votes", 12_345) == "12,345 for Votes")
    }

    @Test("The first number chooses the plural form, wherever it stands")
    func plurals() throws {
        let t = try translator(
            .french,
            counted(
                "a", ["fr": ["one": "%2$lld voix pour %1$@", "many": "%2$lld de voix pour %1$@", "other": "%2$lld voix (pl.) pour %1$@"]]))
        #expect(t("a", "Rosa", 0) == "0 voix pour Rosa")
        #expect(t("a", "Rosa", 2) == "2 voix (pl.) pour Rosa")
        #expect(t("a", "Rosa", 1_000_000) == "1\u{202F}000\u{202F}000 de voix pour Rosa")
    }

    @Test("A form that is not written is served by “other”, and a written zero counts in every language")
    func missingForms() throws {
        let t = try translator(.french, counted("a", ["fr": ["zero": "personne", "one": "une", "other": "%lld"]]))
        #expect(t("a", 0) == "personne")
        #expect(t("a", 1) == "une")
        #expect(t("a", 1_000_000) == "1\u{202F}000\u{202F}000")
        #expect(try translator(.french, counted("a", ["fr": ["other": "%lld fois"]]))("a", 1) == "1 fois")
    }

    @Test("On a page words and arguments are escaped, and markup is put in place")
    func html() throws {
        let t = try translator(.french, entry("a", ["fr": "Écrire <à> %1$@ ou %2$@, %3$lld fois"]), entry("b", ["fr": "R & D"]))
        let link: HTML = "<a href=\"/fr/why\">là</a>"
        #expect(
            t.html("a", "<script>'\"&", link, 1234).description
                == "Écrire &lt;à&gt; &lt;script&gt;&#39;&quot;&amp; ou <a href=\"/fr/why\">là</a>, 1\u{202F}234 fois")
        #expect(t.html("b").description == "R &amp; D")
    }

    @Test("A sentence for a page chooses its plural form too")
    func htmlPlural() throws {
        let t = try translator(.english, counted("a", ["en": ["one": "%2$lld & %1$@", "other": "%2$lld && %1$@"]]))
        #expect(t.html("a", HTML(text: "x"), 1).description == "1 &amp; x")
        #expect(t.html("a", HTML(text: "x"), 2).description == "2 &amp;&amp; x")
    }

    @Test("An argument is not read as a sentence again")
    func noSecondReading() throws {
        #expect(try translator(.french, entry("a", ["fr": "%@ et %@"]))("a", "%2$@", "%%") == "%2$@ et %%")
    }

    @Test("It can be asked whether a key has words")
    func has() throws {
        let t = try translator(.french, entry("a", ["fr": "Un"]))
        #expect(t.has("a"))
        #expect(!t.has("b"))
    }

    #if DEBUG
        @Test("An unknown key stops a debug build")
        func unknownKey() async {
            await #expect(processExitsWith: .failure) { _ = try translator(.french, entry("a", ["fr": "Un"]))("b") }
            await #expect(processExitsWith: .failure) { _ = try translator(.french, entry("a", ["fr": "Un"])).html("b") }
            await #expect(processExitsWith: .success) { _ = try translator(.french, entry("a", ["fr": "Un"]))("a") }
        }

        @Test("A place without an argument stops a debug build")
        func missingArgument() async {
            await #expect(processExitsWith: .failure) { _ = try translator(.french, entry("a", ["fr": "%@ et %@"]))("a", "x") }
        }
    #else
        @Test("In release an unknown key is shown as it is, and a place without an argument stays empty")
        func lenient() throws {
            let t = try translator(.french, entry("a", ["fr": "%@ et %@"]))
            #expect(t("<b>") == "<b>")
            #expect(t.html("<b>").description == "&lt;b&gt;")
            #expect(t("a", "x") == "x et ")
        }
    #endif
}
