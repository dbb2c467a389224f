internal import CSV
internal import Secrets

/// A file that was read: its header and its lines, and nothing about what they mean.
struct Sheet: Sendable {
    /// A line below the header.
    struct Line: Sendable {
        let number: Int
        let cells: [String]
    }

    private(set) var header: [String]
    private(set) var lines: [Line]
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

    /// Fills the cells of a column that are empty.
    mutating func fill(_ column: Int, with words: String) {
        lines = lines.map { line in
            guard line.cells.indices.contains(column), line.cells[column].allSatisfy(\.isWhitespace) else { return line }
            var cells = line.cells
            cells[column] = words
            return Line(number: line.number, cells: cells)
        }
    }

    /// Adds a column that holds the same on every line. A line with too few cells stays as it is, and one with too many keeps them, so that both
    /// are still told apart from good ones.
    mutating func add(_ heading: String, with words: String) {
        let width = header.count
        header.append(heading)
        lines = lines.map { line in
            guard line.cells.count >= width else { return line }
            let isLong = line.cells[width...].contains { !$0.allSatisfy(\.isWhitespace) }
            return Line(number: line.number, cells: (isLong ? line.cells : Array(line.cells[..<width])) + [words])
        }
    }

    /// Without the empty headings at the end, which belong to nothing.
    private static func header(_ cells: [String]) -> [String] {
        let last = cells.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0
        return Array(cells[...last])
    }
}
