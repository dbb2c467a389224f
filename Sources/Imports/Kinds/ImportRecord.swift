internal import Text
public import Web

/// A line with its cells by column, ready for a form to read.
public struct ImportRecord: Sendable {
    /// The line of the file.
    public let number: Int
    /// The cells by the names of columns; empty ones are left out.
    public let fields: Fields
    /// Why it cannot be read at all: too few cells, or too many.
    public let problem: FormProblem?

    /// A line of cells under a header, read with these columns.
    public init(number: Int, cells: [String], columns: [String?]) {
        self.number = number
        let pairs = zip(columns, cells).compactMap { column, cell -> (name: String, value: String)? in
            let value = Self.plain(cell)
            return column.flatMap { value.isEmpty ? nil : ($0, value) }
        }
        fields = Fields(pairs)
        // Cells beyond the header that are empty are what spreadsheets leave behind.
        let isLong = cells.count > columns.count && cells[columns.count...].contains { !Self.plain($0).isEmpty }
        problem =
            cells.count < columns.count || isLong
            ? FormProblem(field: "", key: "imports.line.length", arguments: [.number(cells.count), .number(columns.count)]) : nil
    }

    /// The cells by column.
    public var told: [String: String] {
        Dictionary(fields.pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// Without white space around it, and without the apostrophe that our own exports put before what a spreadsheet would calculate.
    static func plain(_ cell: String) -> String {
        let scalars = cell.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        let trimmed = scalars[first...last]
        let isGuarded = trimmed.first == "'" && trimmed.dropFirst().first.map { "=+-@".unicodeScalars.contains($0) } == true
        return String(isGuarded ? trimmed.dropFirst() : trimmed)
    }
}
