internal import HTML

/// Turns the words of a block into markup, in three passes that each go over them once: signs are told apart, brackets become links,
/// stars become emphasis.
struct MarkdownInline {
    private(set) var tokens: [MarkdownToken]
    private let nofollow: Bool

    init(_ bytes: ArraySlice<UInt8>, nofollow: Bool) {
        var lexer = MarkdownLexer(bytes)
        tokens = lexer.tokens()
        self.nofollow = nofollow
        resolveLinks()
        resolveEmphasis()
    }

    /// The markup.
    var html: HTML {
        tokens.reduce(into: HTML.empty) { html, token in
            switch token {
            case .words(let words): html += HTML(text: String(decoding: words, as: UTF8.self))
            case .code(let words): html += "<code>\(String(decoding: words, as: UTF8.self))</code>"
            case .lineBreak: html += "<br>\n"
            case .stars(let stars): html += stars.html
            case .openBracket: html += "["
            case .closeBracket(_, let asTyped): html += HTML(text: String(decoding: asTyped, as: UTF8.self))
            case .linkStart(let address): html += linkStart(address)
            case .linkEnd: html += "</a>"
            }
        }
    }

    private func linkStart(_ address: MarkdownToken.Address) -> HTML {
        switch address {
        case .here(let path): nofollow ? "<a href=\"\(path)\" rel=\"nofollow ugc\">" : "<a href=\"\(path)\">"
        case .elsewhere(let url): nofollow ? "<a href=\"\(url)\" rel=\"nofollow ugc\">" : "<a href=\"\(url)\">"
        }
    }

    /// A closing bracket with an address makes a link of the nearest opening one. A link holds no link, so brackets open before it stay brackets.
    private mutating func resolveLinks() {
        var open: [Int] = []
        for index in tokens.indices {
            switch tokens[index] {
            case .openBracket:
                open.append(index)
            case .closeBracket(let address, _):
                guard let start = open.popLast(), let address else { continue }
                tokens[start] = .linkStart(address)
                tokens[index] = .linkEnd
                open = []
            default:
                continue
            }
        }
    }

    /// The words of a link are a world of their own: emphasis that opens inside closes inside.
    private mutating func resolveEmphasis() {
        var outside = MarkdownEmphasis()
        var emphasis = MarkdownEmphasis()
        for index in tokens.indices {
            switch tokens[index] {
            case .linkStart:
                outside = emphasis
                emphasis = MarkdownEmphasis()
            case .linkEnd:
                emphasis = outside
            case .stars(let stars):
                emphasis.meet(stars, at: index, in: &tokens)
            default:
                continue
            }
        }
    }
}
