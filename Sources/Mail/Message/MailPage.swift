internal import HTML
internal import Text

/// A message as an HTML page for mail programs: no images, no scripts, styles inline because many programs drop everything else.
struct MailPage {
    let html: HTML

    init(_ message: Message, words: MailWords) {
        let blocks = message.blocks.map { Self.block($0, words: words) }.joined()
        var signature = words.own(words.sentBy)
        if let unsubscribe = words.unsubscribe {
            signature += "<br>" + Styled.link(unsubscribe, words.own(words.stop), "color:#5b6478")
        }
        let content = Styled.element("p", Styled.site, HTML(text: words.site)) + blocks + Styled.element("p", Styled.signature, signature)
        html =
            HTML(
                trusted:
                    "<!doctype html>\n<html lang=\"\(message.language.code)\" dir=\"\(message.language.isRightToLeft ? "rtl" : "ltr")\">"
            ) + """
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light only">
                <title>\(message.subject)</title>
                </head>

                """ + Styled.element("body", Styled.ground, Styled.element("div", Styled.sheet, content)) + HTML(trusted: "</html>\n")
    }

    private static func block(_ block: Message.Block, words: MailWords) -> HTML {
        switch block {
        case .paragraph(let words): Styled.element("p", Styled.paragraph, lines(words))
        case .note(let words): Styled.element("p", Styled.note, lines(words))
        case .markdown(let source): Styled.element("div", Styled.prose, Markdown.render(source, headingLevel: 2))
        case .code(let code, let label):
            Styled.element("p", Styled.label, label.map { HTML(text: $0) } ?? words.own(words.code))
                + Styled.element("p", Styled.code, leftToRight(code))
        case .button(let label, let url):
            if let address = WebURL(url) {
                Styled.element("p", Styled.paragraph, Styled.link(address, HTML(text: label), Styled.button))
                    + Styled.element(
                        "p", Styled.note,
                        words.own(words.copyAddress) + "<br>" + Styled.link(address, leftToRight(url), Styled.address))
            } else {
                Styled.element("p", Styled.paragraph, HTML(text: label) + "<br>" + HTML(text: url))
            }
        }
    }

    /// Digits and addresses read from left to right in every script.
    private static func leftToRight(_ text: String) -> HTML {
        "<span dir=\"ltr\">\(text)</span>"
    }

    private static func lines(_ text: String) -> HTML {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { HTML(text: String($0)) }.joined(separator: "<br>")
    }
}
