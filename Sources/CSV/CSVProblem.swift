/// Why a file cannot be read on, and where. What was read before stands.
public struct CSVProblem: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// A byte that no text holds: a picture, a spreadsheet in its own format, or UTF-16 without its mark.
        case notText
        /// The file began as UTF-8 or UTF-16 and goes on as something else.
        case encoding
        /// A quote was opened on this line and never closed.
        case openQuote
        /// After the closing quote of a cell stands neither a separator nor the end of the line.
        case afterQuote
        /// A cell is longer than so many bytes.
        case longCell(Int)
        /// A row has more than so many cells.
        case manyColumns(Int)
        /// The file has more than so many rows.
        case manyRows(Int)
    }

    /// The line of the file, counted from 1 as an editor does.
    public let line: Int
    /// What is wrong.
    public let kind: Kind

    /// A problem on a line.
    public init(line: Int, kind: Kind) {
        self.line = line
        self.kind = kind
    }
}

extension CSVProblem: CustomStringConvertible {
    /// The problem in words for the log; it holds nothing of the file.
    public var description: String { "line \(line): \(kind)" }
}
