import HTML
import Testing
import Text

@Suite struct MarkdownHostileTests {
    @Test(
        "Markup that is typed shows as it was typed",
        arguments: [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- a -->", "&lt;b&gt; &#60;", "a < b > c & d \" '",
            "</p></main>", "<https://x.org>",
        ])
    func rawMarkup(source: String) {
        #expect(Markdown.render(source).description == "<p>\(HTML(text: source))</p>\n")
    }

    @Test(
        "Addresses that could do harm stay words",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example", "/\\evil.example", "\\\\evil",
            "java\tscript:x",
            "\u{1}javascript:x", "file:///etc/passwd", "ftp://x.org", "relative/path", "https:evil", "javascript&colon;alert(1)",
        ])
    func addresses(address: String) {
        #expect(!Markdown.render("[x](\(address))").description.contains("<a"))
        #expect(!Markdown.render("[x](<\(address)>)").description.contains("<a"))
    }

    @Test("A quote in an address or in the words of a link does not end the attribute, with or without a combining mark")
    func attributes() {
        for source in ["[a](/x\"onmouseover=y)", "[a](/x\"\u{301}onmouseover=y)", "[\"](/x')"] {
            let markup = Markdown.render(source).description.unicodeScalars
            #expect(markup.filter { $0 == "\"" }.count == 2, "\(source)")
        }
    }

    @Test(
        "Pathological texts end, and what comes out stays in proportion",
        .timeLimit(.minutes(1)),
        arguments: [
            "*", "*a", "*a ", "**a *b ", "***a** ", "[", "](", "[](", "[a](", "[a](/", "`", "`a``b", "` `` ``` ", "> ", ">\n", "- ",
            "- a\n", "  - a\n", "1. ", "|", "|\n",
            "a|b\n-|-\n|\n", "\\", "\t", "\n", "a  \n", "[a](((((", "# ", "* + - ", "\0", "<", "&", "é*", "[![",
        ])
    func pathological(unit: String) {
        let source = String(repeating: unit, count: 100_000 / unit.utf8.count)
        #expect(Markdown.render(source).utf8.count < 50 * source.utf8.count + 1000)
    }

    @Test("Quotes and lists in one another end at eight")
    func depth() {
        for sign in ["> ", "- ", "1. "] {
            let markup = Markdown.render(String(repeating: sign, count: 5_000) + "a").description
            let depth = max(markup.ranges(of: "<blockquote>").count, markup.ranges(of: "<li>").count)
            #expect(depth == 8, "\(sign)")
        }
    }

    @Test("A table with thousands of columns and rows does not multiply them")
    func table() {
        let source =
            String(repeating: "|a", count: 10_000) + "\n" + String(repeating: "|-", count: 10_000) + "\n"
            + String(repeating: "|\n", count: 10_000)
        #expect(Markdown.render(source).utf8.count < 50 * source.utf8.count)
    }

    @Test("Whatever the text, tags are only ours, and every one that opens closes in order")
    func random() throws {
        var generator = Steps(state: 2026)
        let parts = [
            "*", "**", "***", "[", "]", "](/a)", "](javascript:a)", "`", "``", "\\", "\n", "\n\n", "- ", "1. ", "> ", "## ", "  ", "|",
            "\n|-|-|\n", "a", "é\u{301}", "<", ">", "&", "\"", "---",
        ]
        for _ in 0..<3_000 {
            let source = (0..<Int.random(in: 1...40, using: &generator)).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
            let markup = Markdown.render(source).description
            #expect(try isBalanced(markup), "\(source.debugDescription) → \(markup.debugDescription)")
        }
    }

    private func isBalanced(_ markup: String) throws -> Bool {
        let known: Set<Substring> = [
            "p", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "strong", "em", "code", "a", "table", "thead", "tbody", "tr",
            "th", "td",
        ]
        var open: [Substring] = []
        for match in markup.split(separator: "<" as Character, omittingEmptySubsequences: false).dropFirst() {
            let tag = match.prefix { $0 != ">" }
            guard tag.utf8.count < match.utf8.count else { return false }
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            if name == "hr" || name == "br" { continue }
            guard known.contains(name) else { return false }
            if tag.first == "/" {
                guard open.popLast() == name else { return false }
            } else {
                open.append(name)
            }
        }
        return open.isEmpty
    }
}

/// The same numbers at every run (SplitMix64).
private struct Steps: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
