internal import HTML

extension MarkdownBlocks {
    /// A list: items with the same kind of marker, and what is indented below them.
    func list(_ rest: inout ArraySlice<MarkdownLine>, depth: Int) -> HTML {
        guard let first = rest.first.flatMap(MarkdownMarker.init) else { return .empty }
        var items: [HTML] = []
        while let line = rest.first, let marker = MarkdownMarker(line), marker.continues(first) {
            rest.removeFirst()
            items.append(item(line, width: marker.width, &rest, depth: depth + 1))
        }
        switch first {
        case .number(let start, _, _) where start != 1: return "<ol start=\"\(start)\">\n\(items)</ol>\n"
        case .number: return "<ol>\n\(items)</ol>\n"
        default: return "<ul>\n\(items)</ul>\n"
        }
    }

    /// An item begins behind its marker and goes on while lines are indented. Blank lines belong to it if more of it follows.
    private func item(_ line: MarkdownLine, width: Int, _ rest: inout ArraySlice<MarkdownLine>, depth: Int) -> HTML {
        // Two spaces are enough below "1." too: that is what people type.
        let outer = line.indentation + 2
        let inner = line.indentation + width + 1
        var lines = [line.after(marker: width)]
        var blanks: [MarkdownLine] = []
        while let next = rest.first {
            if next.isBlank {
                blanks.append(next)
            } else if next.indentation >= outer {
                lines += blanks + [next.outdented(by: inner)]
                blanks = []
            } else if blanks.isEmpty, MarkdownMarker(next) == nil, !startsTable(rest) {
                // A paragraph that goes on at the margin.
                lines.append(next)
            } else {
                break
            }
            rest.removeFirst()
        }
        // Blank lines between two items do not end the list; those behind the last one are skipped by whoever reads on.
        let isSpaced = lines.contains(where: \.isBlank)
        guard !isSpaced, let first = lines.first, !first.isBlank, marker(first, depth: depth) == nil else {
            return "<li>\n\(render(lines, depth: depth))</li>\n"
        }
        var tight = lines[...]
        let words = paragraphWords(&tight, depth: depth)
        return "<li>\(words)\(tight.isEmpty ? "" : "\n")\(render(Array(tight), depth: depth))</li>\n"
    }
}

extension MarkdownMarker {
    /// Whether this marker adds to a list that began with another.
    fileprivate func continues(_ first: MarkdownMarker) -> Bool {
        switch (self, first) {
        case (.bullet(let sign), .bullet(let other)): sign == other
        case (.number(_, let end, _), .number(_, let other, _)): end == other
        default: false
        }
    }

    /// Bytes of the marker of an item.
    fileprivate var width: Int {
        if case .number(_, _, let width) = self { width } else { 1 }
    }
}
