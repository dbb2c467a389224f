import HTML
import Testing
import Text

@Suite struct MarkdownTests {
    private func render(_ source: String) -> String {
        Markdown.render(source).description
    }

    @Test(
        "Inline signs become markup",
        arguments: [
            ("**a** *b* `c`", "<strong>a</strong> <em>b</em> <code>c</code>"),
            ("***a***", "<strong><em>a</em></strong>"),
            ("***a** b*", "<em><strong>a</strong> b</em>"),
            ("***a* b**", "<strong><em>a</em> b</strong>"),
            ("*a **b***", "<em>a <strong>b</strong></em>"),
            ("**a *b***", "<strong>a <em>b</em></strong>"),
            ("*a***b**", "<em>a</em><strong>b</strong>"),
            ("2*3*4", "2<em>3</em>4"),
            ("5 * 3 * 2", "5 * 3 * 2"),
            ("*a", "*a"), ("a*", "a*"), ("**a*", "**a*"), ("****a****", "****a****"), ("*a *b* c", "*a <em>b</em> c"),
            ("**a *b** c*", "<strong>a *b</strong> c*"),
            ("`` a`b ``", "<code>a`b</code>"), ("`a", "`a"), ("`*a*`", "<code>*a*</code>"), ("`<b>`", "<code>&lt;b&gt;</code>"),
            (#"\*a\* \[b\](c) \\ \a"#, #"*a* [b](c) \ \a"#),
            ("a  \nb\\\nc\nd", "a<br>\nb<br>\nc\nd"),
            ("snake_case_name", "snake_case_name"),
        ])
    func inline(source: String, markup: String) {
        #expect(render(source) == "<p>\(markup)</p>\n")
    }

    @Test(
        "Links lead to this site, to the web and to mailboxes",
        arguments: [
            ("[a](/fr/why)", #"<a href="/fr/why">a</a>"#),
            ("[a](#part)", ##"<a href="#part">a</a>"##),
            ("[**a** b](https://example.org/x?y=1&z=2)", #"<a href="https://example.org/x?y=1&amp;z=2"><strong>a</strong> b</a>"#),
            ("[a](mailto:info@example.org)", #"<a href="mailto:info@example.org">a</a>"#),
            ("[a](https://example.org/x_(y))", #"<a href="https://example.org/x_(y)">a</a>"#),
            ("[a [b](/c) d](/e)", #"[a <a href="/c">b</a> d](/e)"#),
            ("[[a](/b)]", #"[<a href="/b">a</a>]"#),
            ("*a [b* c](/d)", #"*a <a href="/d">b* c</a>"#),
            ("*a [b](/c) d*", #"<em>a <a href="/c">b</a> d</em>"#),
            ("[a *b](/c) d*", #"<a href="/c">a *b</a> d*"#),
            ("[a] (/b)", "[a] (/b)"), ("[a]", "[a]"), ("a](/b)", "a](/b)"), ("[a](/b", "[a](/b"), ("[a]()", "[a]()"),
            ("[a](/b c)", "[a](/b c)"),
        ])
    func links(source: String, markup: String) {
        #expect(render(source) == "<p>\(markup)</p>\n")
    }

    @Test("Links of strangers are marked")
    func nofollow() {
        #expect(
            Markdown.render("[a](/b) [c](https://d.org)", nofollow: true).description == """
                <p><a href="/b" rel="nofollow ugc">a</a> <a href="https://d.org" rel="nofollow ugc">c</a></p>

                """)
    }

    @Test("Paragraphs are parted by blank lines, whatever ends the lines")
    func paragraphs() {
        for end in ["\n", "\r\n", "\r"] {
            #expect(render(["", "a", "  b", "", " ", "c", ""].joined(separator: end)) == "<p>a\nb</p>\n<p>c</p>\n")
        }
        #expect(render("") == "")
    }

    @Test("Headings begin below the page's own")
    func headings() {
        #expect(
            render("# a\n## b\n### c *d* ###\n####### e\n#f\n#\n")
                == "<h2>a</h2>\n<h2>b</h2>\n<h3>c <em>d</em></h3>\n<p>####### e\n#f</p>\n<h2></h2>\n")
        #expect(Markdown.render("## a\n###### b", headingLevel: 4).description == "<h4>a</h4>\n<h6>b</h6>\n")
        #expect(Markdown.render("## a", headingLevel: 99).description == "<h6>a</h6>\n")
    }

    @Test("A line of dashes or stars is a rule")
    func rules() {
        #expect(render("a\n---\n* * *\n___\n--") == "<p>a</p>\n<hr>\n<hr>\n<hr>\n<p>--</p>\n")
    }

    @Test("Quotes hold blocks")
    func quotes() {
        #expect(render("> a\n>b\n>\n> - c\n\nd") == "<blockquote>\n<p>a\nb</p>\n<ul>\n<li>c</li>\n</ul>\n</blockquote>\n<p>d</p>\n")
    }

    @Test("Lists hold lists and paragraphs")
    func lists() {
        #expect(
            render("- a\n- b\n  - c\n    more\n- d") == "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c\nmore</li>\n</ul>\n</li>\n<li>d</li>\n</ul>\n"
        )
        #expect(render("1. a\n2. b\n\n   c\n") == "<ol>\n<li>a</li>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ol>\n")
        #expect(render("7) a\nlazy\n\n- b\n\n- c") == "<ol start=\"7\">\n<li>a\nlazy</li>\n</ol>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n")
        #expect(render("- a\n+ b\n-\n") == "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n<ul>\n<li>\n</li>\n</ul>\n")
    }

    @Test("A year with a full stop in a paragraph, a minus and a star are not lists")
    func noLists() {
        #expect(render("in\n2019. Then") == "<p>in\n2019. Then</p>\n")
        #expect(render("-5\n*a*\n1.5 %\n1234567890. x") == "<p>-5\n<em>a</em>\n1.5 %\n1234567890. x</p>\n")
        #expect(render("a\n1. b") == "<p>a</p>\n<ol>\n<li>b</li>\n</ol>\n")
    }

    @Test("Tables have a row of headings")
    func tables() {
        #expect(
            render("| a | *b* |\n|:--|---:|\n| 1 | 2 \\| 3 | x |\n4 |\n\nc") == """
                <table role="table">
                <thead role="rowgroup">
                <tr role="row"><th scope="col" role="columnheader">a</th><th scope="col" role="columnheader"><em>b</em></th></tr>
                </thead>
                <tbody role="rowgroup">
                <tr role="row"><td role="cell" data-label="a">1</td><td role="cell" data-label="*b*">2 | 3</td></tr>
                <tr role="row"><td role="cell" data-label="a">4</td></tr>
                </tbody>
                </table>
                <p>c</p>

                """)
        #expect(render("a | b\n--- | --- | ---") == "<p>a | b\n--- | --- | ---</p>\n")
    }
}
