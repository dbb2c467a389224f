#if DEBUG
    @testable import HTML
    import Testing

    @Suite("Where a value may stand in a literal")
    struct LiteralContextTests {
        @Test(
            "Values stand where a browser takes them as what they are",
            arguments: [
                "", "{words}", "{markup}", "{address}", "<p>{words}{markup}</p>", "a < b {words}", "<<p>{words}", "1 <2 {markup}",
                "<p title=\"{words}\">", "<p title='{words} and {words}'>", "<p title=\"it's {words}\">{markup}",
                "<p title = \"{words}\" lang=\"en\">",
                "<P TITLE=\"{words}\"/>{markup}", "<p data-x=\"a>b {words}\">{markup}", "<meta content=\"{address}\">",
                "<p data-href=\"{words}\">",
                "<a href=\"{address}\">", "<a href=\" {address}#part\">", "<img src='{address}' alt=\"{words}\">",
                "<svg><use xlink:href=\"{address}\"/></svg>",
                "<img srcset=\"{address} 1x, {address} 2x\">", "<form action=\"{address}\" method=post>{markup}</form>",
                "<a href=\"/\">{markup}</a>",
                "<!-- a -- > \" ' <p --><p>{markup}", "<!-->{markup}", "<!--->{markup}", "<!doctype html>{markup}",
                "<?xml version=\"1.0\"?>{markup}", "</>{markup}",
                "<title>{words} – {words}</title>{markup}", "<textarea name=\"x\">\n{words}</TEXTAREA >{markup}",
                "<title><p></titles>{words}</title>",
                "<script src=\"{address}\" defer></script>{markup}", "<script>if (a < b) { '</p>' }</script>{markup}",
                "<style>a > b { }</style>{markup}",
                "<p {checked}>", "<p{checked}>", "<p{checked}{checked}>", "<p title=\"{words}\"{checked} class=\"x\">",
                "<p hidden{checked}/>", "<p hidden {checked}>",
                "<input disabled>{markup}", "<input disabled/>{markup}", "<input value=5>{markup}",
                "<input value=5 title=\"{words}\">{markup}",
            ])
        func allowed(literal: String) {
            #expect(problem(in: literal) == nil)
        }

        @Test(
            "Values are refused where they could do harm, and the reason names the place",
            arguments: [
                ("<a href=\"{words}\">", "words in the address attribute href"),
                ("<a HREF='{words}'>", "words in the address attribute href"),
                ("<img src=\"{words}\">", "attribute src"), ("<img srcset=\"{words}\">", "attribute srcset"),
                ("<form action=\"{words}\">", "attribute action"),
                ("<button formaction=\"{words}\">", "attribute formaction"), ("<video poster=\"{words}\">", "attribute poster"),
                ("<q cite=\"{words}\">", "attribute cite"), ("<object data=\"{words}\">", "attribute data"),
                ("<use xlink:href=\"{words}\">", "attribute xlink:href"),
                ("<a href=\"{address}{words}\">", "words in the address attribute href"),
                ("<a href=\"/x/{address}\">", "does not begin the attribute href"),
                ("<a href=\"{address}{address}\">", "does not begin"), ("<a href=\"a,{address}\">", "does not begin"),
                ("<img srcset=\"{address} {address}\">", "does not begin"), ("<a title=\"{markup}\">", "markup in the attribute title"),
                ("<a href=\"{markup}\">", "markup in the attribute href"), ("<p class={words}>", "class without quotes"),
                ("<p class=a{words}>", "class without quotes"),
                ("<a href={address}>", "href without quotes"), ("<p class= {words}>", "class without quotes"),
                ("<p {words}>", "among the attributes of <p>"),
                ("<p data-{words}=\"\">", "among the attributes"), ("<p hidden {markup}>", "among the attributes"),
                ("<p title=\"\"{words}>", "among the attributes"),
                ("<{words}>", "name of a tag"), ("</{words}>", "name of a tag"), ("<h{words}>", "name of a tag"),
                ("</h{markup}>", "name of a tag"),
                ("<!-- {words} -->", "comment"), ("<!-- a --><!-- > {words} -->", "comment"), ("<<h{words}>", "name of a tag"),
                ("<!-- --!>{words}", "comment"), ("<!--- {markup}-->", "comment"),
                ("<!{words}>", "comment or declaration"),
                ("<!doctype {words}>", "declaration"), ("<?xml {words}?>", "declaration"), ("</ {words}>", "declaration"),
                ("<script>{words}</script>", "a value in <script>"), ("<script>{markup}</script>", "a value in <script>"),
                ("<SCRIPT type=\"application/json\">{address}</SCRIPT>", "a value in <script>"),
                ("<script></scripts>{words}</script>", "a value in <script>"),
                ("<style>{words}</style>", "a value in <style>"), ("<iframe>{words}</iframe>", "a value in <iframe>"),
                ("<xmp>{words}</xmp>", "a value in <xmp>"),
                ("<title>{markup}</title>", "markup in <title>"), ("<textarea>{markup}</textarea>", "markup in <textarea>"),
                ("<input value={checked}>", "no attribute may begin"), ("<input value=\"{checked}\">", "no attribute may begin"),
                ("{checked}", "no attribute may begin"),
                ("<input value=5{checked}>", "no attribute may begin"), ("</p{checked}>", "no attribute may begin"),
                ("<{checked}p>", "no attribute may begin"),
                ("<title>{checked}</title>", "no attribute may begin"),
            ])
        func refused(literal: String, reason: String) {
            #expect(problem(in: literal)?.contains(reason) == true, "\(literal): \(problem(in: literal) ?? "no problem")")
        }

        @Test(
            "Literals that no page should hold are refused, values or not",
            arguments: [
                ("<p style=\"color:red\">", "attribute style"), ("<p STYLE>", "attribute style"),
                ("<p onclick{checked}>", "attribute onclick"), ("<p hidden/=\"x\">", "stray sign"),
                ("<p onclick=\"x()\">", "attribute onclick"),
                ("<svg/onload=x>", "attribute onload"), ("<iframe srcdoc=\"\">", "attribute srcdoc"),
                ("<p title=\"a\"class=\"b\">", "no space after the attribute title"),
                ("<p title=>", "no value after title="), ("<p \"x\">", "stray sign"),
                ("<p hidden{checked}x>", "no space after the attribute checked"),
                ("<p", "end of the literal"), ("<p ", "end of the literal"), ("<p title", "end of the literal"),
                ("<p title=", "end of the literal"),
                ("<p title=\"", "end of the literal"), ("<p title=a", "end of the literal"), ("<", "end of the literal"),
                ("</", "end of the literal"),
                ("<!", "end of the literal"), ("<!--", "end of the literal"), ("<!-- -- >", "end of the literal"),
                ("<!doctype", "end of the literal"),
                ("<script>", "<script>"), ("<title>x", "<title>"), ("<textarea></textarea", "<textarea>"),
                ("<plaintext></plaintext", "<plaintext>"),
            ])
        func refusedLiterals(literal: String, reason: String) {
            #expect(problem(in: literal)?.contains(reason) == true, "\(literal): \(problem(in: literal) ?? "no problem")")
        }

        @Test(
            "A whole attribute has a plain name that holds neither code nor, for words, an address",
            arguments: [
                ("onclick", "attribute onclick"), ("OnClick", "attribute onclick"), ("style", "attribute style"),
                ("srcdoc", "attribute srcdoc"),
                ("href", "address attribute href"), ("SRC", "address attribute"), ("", "name of an attribute"),
                ("a b", "name of an attribute"),
                ("a=b", "name of an attribute"), ("a>", "name of an attribute"), ("é", "name of an attribute"),
            ] as [(StaticString, String)])
        func attributeNames(name: StaticString, reason: String) throws {
            var context = LiteralContext()
            try context.follow(Array("<p".utf8))
            let problem = #expect(throws: Misplacement.self) { try context.write(attribute: name, holding: .words) }
            #expect(problem?.description.contains(reason) == true)
        }

        @Test("An address may stand as a whole address attribute, but not as code")
        func addressAttributes() throws {
            var context = LiteralContext()
            try context.follow(Array("<a".utf8))
            try context.write(attribute: "href", holding: .address)
            #expect(throws: Misplacement.self) { try context.write(attribute: "onclick", holding: .address) }
        }

        /// Reads a literal in which `{words}`, `{markup}`, `{address}` stand for values and `{checked}` for a whole attribute.
        private func problem(in literal: String) -> String? {
            var context = LiteralContext()
            do throws(Misplacement) {
                for (index, part) in literal.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
                    guard index > 0, let brace = part.firstIndex(of: "}"), let value = Value(rawValue: String(part[..<brace])) else {
                        try context.follow(Array(((index > 0 ? "{" : "") + part).utf8))
                        continue
                    }
                    switch value {
                    case .words: try context.write(.words)
                    case .markup: try context.write(.markup)
                    case .address: try context.write(.address)
                    case .checked: try context.write(attribute: "checked", holding: .words)
                    }
                    try context.follow(Array(part[brace...].dropFirst().utf8))
                }
                try context.end()
                return nil
            } catch {
                return error.description
            }
        }

        private enum Value: String {
            case words, markup, address, checked
        }
    }
#endif
