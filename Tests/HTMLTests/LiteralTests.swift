import HTML
import Testing
import Time

@Suite("What is interpolated into a literal")
struct LiteralTests {
    @Test("Words are escaped in text and in attributes, markup in text is not")
    func wordsAndMarkup() {
        let name = "Rock & \"Roll\""
        let bold: HTML = "<b>\(name)</b>"
        let html: HTML = "<p title=\"\(name)\">\(bold), \(name)</p>"
        #expect(
            html.description
                == "<p title=\"Rock &amp; &quot;Roll&quot;\"><b>Rock &amp; &quot;Roll&quot;</b>, Rock &amp; &quot;Roll&quot;</p>")
    }

    @Test("A choice between two literals is words, not markup")
    func choiceOfLiterals() {
        let html: HTML = "\(Bool.random() ? "<b>" : "<b>")"
        #expect(html.description == "&lt;b&gt;")
    }

    @Test("Numbers are plain digits")
    func numbers() {
        let html: HTML = "<li value=\"\(1_234_567)\">\(-5) \(Int64.min)</li>"
        #expect(html.description == "<li value=\"1234567\">-5 -9223372036854775808</li>")
    }

    @Test("A moment is ISO 8601 in UTC")
    func moments() {
        let html: HTML = "<time datetime=\"\(iso: Instant(milliseconds: 1_792_224_000_000))\"></time>"
        #expect(html.description == "<time datetime=\"2026-10-17T08:00:00Z\"></time>")
    }

    @Test("Pieces stand one after the other, and no markup leaves nothing")
    func pieces() {
        let none: HTML? = nil
        let html: HTML = "<ul>\(["a", "<"].map { "<li>\($0)</li>" })</ul>\(none)\(HTML.empty)\([HTML]())"
        #expect(html.description == "<ul><li>a</li><li>&lt;</li></ul>")
    }

    @Test("Addresses are escaped where they stand")
    func addresses() throws {
        let page = URLPath(segments: ["fr", "why"], query: [("a", "1"), ("b", "2")])
        let site = try #require(WebURL("https://example.org/?a='1'&b"))
        let html: HTML = "<a href=\"\(page)\" data-from='\(site)'>\(site)</a>"
        #expect(
            html.description
                == "<a href=\"/fr/why?a=1&amp;b=2\" data-from='https://example.org/?a=&#39;1&#39;&amp;b'>https://example.org/?a=&#39;1&#39;&amp;b</a>"
        )
    }

    @Test("An attribute is there with its value, or leaves nothing")
    func attributes() {
        let id: String? = "a\"b"
        let nobody: String? = nil
        let limit: Int? = 80
        let page: URLPath? = .fragment("top")
        let nowhere: WebURL? = nil
        let html: HTML = """
            <input name="x"\(attribute: "checked", if: true)\(attribute: "disabled", if: false)\
            \(attribute: "aria-describedby", id)\(attribute: "title", nobody)\(attribute: "maxlength", limit)>\
            <a\(attribute: "href", page)\(attribute: "cite", nowhere)></a>
            """
        #expect(html.description == "<input name=\"x\" checked aria-describedby=\"a&quot;b\" maxlength=\"80\"><a href=\"#top\"></a>")
    }
}

@Suite("Pieces of markup put together")
struct CompositionTests {
    @Test("Pieces are added and joined in order, with a separator between")
    func joining() {
        var html: HTML = "<i>1</i>"
        html += HTML(text: "<")
        #expect((html + "<br>").description == "<i>1</i>&lt;<br>")
        #expect(["<b>a</b>", "<b>b</b>", "<b>c</b>"].joined(separator: ", " as HTML) == "<b>a</b>, <b>b</b>, <b>c</b>")
        #expect([html, html].joined().description == "<i>1</i>&lt;<i>1</i>&lt;")
        #expect([HTML]().joined(separator: ",").isEmpty)
    }

    @Test("Trusted markup is taken byte by byte")
    func trusted() {
        #expect(HTML(trusted: "<svg>&amp;é</svg>").utf8 == Array("<svg>&amp;é</svg>".utf8))
    }
}
