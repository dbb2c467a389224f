internal import HTML

extension MarkdownBlocks {
    /// A table if the lines begin one: a row of headings, a line of dashes with as many cells, and as many rows as have bars.
    /// The colons that align columns are read and not obeyed: pages have no inline style.
    func table(_ rest: inout ArraySlice<MarkdownLine>) -> HTML? {
        guard startsTable(rest), let head = rest.popFirst() else { return nil }
        rest.removeFirst()
        let headings = cells(head.content)
        var rows: [HTML] = []
        while let line = rest.first, line.content.contains(UInt8(ascii: "|")) {
            // Cells beyond the headings are dropped, missing ones are not made up: what comes out is never much longer than what went in.
            // The heading stands beside each cell too (in short, lest many rows repeat a long one), so that a style can show rows as cards on a
            // phone; the roles survive such a style.
            let row = zip(cells(line.content), headings).map { cell, heading -> HTML in
                "<td role=\"cell\" data-label=\"\(String(decoding: heading.prefix(60), as: UTF8.self))\">\(inline(cell))</td>"
            }
            rows.append("<tr role=\"row\">\(row)</tr>\n")
            rest.removeFirst()
        }
        let top = headings.map { heading -> HTML in "<th scope=\"col\" role=\"columnheader\">\(inline(heading))</th>" }
        return """
            <table role="table">
            <thead role="rowgroup">
            <tr role="row">\(top)</tr>
            </thead>
            <tbody role="rowgroup">
            \(rows)</tbody>
            </table>

            """
    }

    /// Whether the first line is a row of headings and the second the dashes below it.
    func startsTable(_ lines: ArraySlice<MarkdownLine>) -> Bool {
        guard let head = lines.first, let dashes = lines.dropFirst().first, dashes.content.contains(UInt8(ascii: "|")) else { return false }
        let columns = cells(dashes.content)
        return columns.allSatisfy(isDashes) && head.content.contains(UInt8(ascii: "|")) && cells(head.content).count == columns.count
    }

    private func isDashes(_ cell: ArraySlice<UInt8>) -> Bool {
        var middle = cell
        if middle.first == UInt8(ascii: ":") { middle.removeFirst() }
        if middle.last == UInt8(ascii: ":") { middle.removeLast() }
        return !middle.isEmpty && middle.allSatisfy { $0 == UInt8(ascii: "-") }
    }

    /// The cells between the bars of a row; `\|` is a bar within a cell.
    private func cells(_ row: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var cells: [ArraySlice<UInt8>] = []
        var row = row.trimmed
        if row.first == UInt8(ascii: "|") { row.removeFirst() }
        var start = row.startIndex
        var isEscaped = false
        for index in row.indices {
            if row[index] == UInt8(ascii: "|"), !isEscaped {
                cells.append(row[start..<index].trimmed)
                start = index + 1
            }
            isEscaped = row[index] == UInt8(ascii: "\\") && !isEscaped
        }
        if start < row.endIndex { cells.append(row[start...].trimmed) }
        return cells
    }
}
