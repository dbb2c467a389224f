extension Markdown {
    /// The text for readers of plain text: without the signs of headings, emphasis and code, links as "words (address)". Lists and quotes read well as
    /// they were written.
    public static func plain(_ source: String) -> String {
        source.replacing("\r\n", with: "\n").split(separator: "\n\n", omittingEmptySubsequences: false)
            .map { block in
                let words = block.replacing(/(?m)^#{1,6} +/, with: "")
                return MarkdownInline(Array(words.utf8)[...], nofollow: false).plain
            }
            .joined(separator: "\n\n")
    }
}

extension MarkdownInline {
    /// The words alone, each link followed by where it leads.
    var plain: String {
        var address = ""
        return tokens.reduce(into: "") { text, token in
            switch token {
            case .words(let words), .code(let words): text += String(decoding: words, as: UTF8.self)
            case .lineBreak: text += "\n"
            case .stars(let stars): text += String(repeating: "*", count: stars.count)
            case .openBracket: text += "["
            case .closeBracket(_, let asTyped): text += String(decoding: asTyped, as: UTF8.self)
            case .linkStart(.here(let path)): address = "\(path)"
            case .linkStart(.elsewhere(let url)): address = "\(url)"
            case .linkEnd: text += text.hasSuffix(address) ? "" : " (\(address))"
            }
        }
    }
}
