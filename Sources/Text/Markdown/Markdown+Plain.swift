extension Markdown {
    /// The text for readers of plain text: without the signs of headings, emphasis and code, links as "words (address)". Lists and quotes read well as
    /// they were written.
    public static func plain(_ source: String) -> String {
        var pieces: [String] = []
        // Emphasis and links end with their block, and blocks are kept apart by empty lines.
        var block: [UInt8] = []
        func endBlock() {
            guard !block.isEmpty else { return }
            pieces.append(MarkdownInline(block[...], nofollow: false).plain)
            block = []
        }
        for line in source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            if line.isEmpty {
                endBlock()
                pieces.append("")
            } else {
                if !block.isEmpty { block.append(UInt8(ascii: "\n")) }
                block += withoutHeadingSigns(line)
            }
        }
        endBlock()
        return pieces.joined(separator: "\n")
    }

    private static func withoutHeadingSigns(_ line: Substring.UTF8View) -> Substring.UTF8View {
        let words = line.drop { $0 == UInt8(ascii: "#") }
        let signs = line.count - words.count
        guard (1...6).contains(signs), words.first == UInt8(ascii: " ") else { return line }
        return words.drop { $0 == UInt8(ascii: " ") }
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
