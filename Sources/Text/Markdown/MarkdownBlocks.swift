internal import HTML

/// Turns lines into blocks.
struct MarkdownBlocks {
    let source: MarkdownSource
    let headingLevel: Int
    let nofollow: Bool

    /// Quotes and lists in one another beyond this are plain paragraphs: nobody writes them, and each level goes over its lines again.
    private static let deepest = 8

    /// The blocks that the lines make, one after the other.
    func render(_ lines: [MarkdownLine], depth: Int) -> HTML {
        var html = HTML.empty
        var rest = lines[...]
        while let line = rest.first {
            if line.isBlank {
                rest.removeFirst()
            } else {
                html += block(&rest, line, depth: depth)
            }
        }
        return html
    }

    /// The words of a paragraph, a heading or a cell.
    func inline(_ bytes: ArraySlice<UInt8>) -> HTML {
        MarkdownInline(bytes, nofollow: nofollow).html
    }

    private func block(_ rest: inout ArraySlice<MarkdownLine>, _ line: MarkdownLine, depth: Int) -> HTML {
        switch marker(line, depth: depth) {
        case .heading(let level):
            rest.removeFirst()
            return heading(line.content.dropFirst(level), level: level)
        case .rule:
            rest.removeFirst()
            return "<hr>\n"
        case .quote:
            return quote(&rest, depth: depth)
        case .bullet, .number:
            return list(&rest, depth: depth)
        case nil:
            return table(&rest) ?? paragraph(&rest, depth: depth)
        }
    }

    func marker(_ line: MarkdownLine, depth: Int) -> MarkdownMarker? {
        guard let marker = MarkdownMarker(line) else { return nil }
        switch marker {
        case .heading, .rule: return marker
        case .quote, .bullet, .number: return depth < Self.deepest ? marker : nil
        }
    }

    private func heading(_ content: ArraySlice<UInt8>, level: Int) -> HTML {
        var words = content.trimmed
        let withoutClosing = words.reversed().drop { $0 == UInt8(ascii: "#") }
        if withoutClosing.count < words.count, withoutClosing.first?.isMarkdownSpace ?? true {
            words = words.prefix(withoutClosing.count).trimmed
        }
        let html = inline(words)
        switch min(max(headingLevel, 1) + max(level - 2, 0), 6) {
        case 1: return "<h1>\(html)</h1>\n"
        case 2: return "<h2>\(html)</h2>\n"
        case 3: return "<h3>\(html)</h3>\n"
        case 4: return "<h4>\(html)</h4>\n"
        case 5: return "<h5>\(html)</h5>\n"
        default: return "<h6>\(html)</h6>\n"
        }
    }

    private func quote(_ rest: inout ArraySlice<MarkdownLine>, depth: Int) -> HTML {
        var lines: [MarkdownLine] = []
        while let line = rest.first, MarkdownMarker(line) == .quote {
            lines.append(line.after(marker: 1))
            rest.removeFirst()
        }
        return "<blockquote>\n\(render(lines, depth: depth + 1))</blockquote>\n"
    }

    private func paragraph(_ rest: inout ArraySlice<MarkdownLine>, depth: Int) -> HTML {
        "<p>\(paragraphWords(&rest, depth: depth))</p>\n"
    }

    /// The lines of one paragraph as words, without the tags around them.
    func paragraphWords(_ rest: inout ArraySlice<MarkdownLine>, depth: Int) -> HTML {
        var words: [UInt8] = []
        repeat {
            guard let line = rest.popFirst() else { break }
            if !words.isEmpty { words.append(UInt8(ascii: "\n")) }
            words += line.content
        } while rest.first.map { !$0.isBlank && marker($0, depth: depth)?.interruptsParagraph != true } ?? false
        return inline(words[...].trimmed)
    }
}
