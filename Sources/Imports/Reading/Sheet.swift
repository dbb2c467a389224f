internal import CSV
internal import Secrets

/// A file that was read: its header and its lines, and nothing about what they mean.
struct Sheet: Sendable {
    /// A line below the header.
    struct Line: Sendable {
        let number: Int
        let cells: [String]
    }

    let header: [String]
    let lines: [Line]
    /// What the file is known by: bytes alone, whatever it is called.
    let digest: String

    /// Reads bytes. Throws `SheetProblem` for what is no list.
    init(_ bytes: [UInt8]) throws(SheetProblem) {
        guard bytes.count <= Import.longestFile else { throw .long }
        if let format = SheetProblem.Format(bytes) { throw .format(format) }
        var reader = CSVReader(limits: CSVLimits(rows: Import.mostLines + 1))
        var rows: [CSVRow] = []
        do {
            try reader.read(bytes) { rows.append($0) }
            try reader.end { rows.append($0) }
        } catch let problem as CSVProblem {
            throw .unreadable(problem)
        } catch {
            throw .empty
        }
        guard let first = rows.first else { throw .empty }
        header = Self.header(first.cells)
        // Lines of separators alone are what spreadsheets leave below a table.
        lines = rows.dropFirst().filter { $0.cells.contains { !$0.allSatisfy(\.isWhitespace) } }.map {
            Line(number: $0.line, cells: $0.cells)
        }
        guard !lines.isEmpty else { throw .headerAlone }
        digest = Digest.hex(bytes)
    }

    /// Without the empty headings at the end, which belong to nothing.
    private static func header(_ cells: [String]) -> [String] {
        let last = cells.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0
        return Array(cells[...last])
    }
}
