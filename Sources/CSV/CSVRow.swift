/// A row of a file.
public struct CSVRow: Sendable, Hashable {
    /// The line it begins on, counted from 1; a row whose cells hold line breaks takes several lines.
    public let line: Int
    /// Its cells as written, without the quotes around them; rows of one file may differ in length.
    public let cells: [String]

    /// A row that begins on a line.
    public init(line: Int, cells: [String]) {
        self.line = line
        self.cells = cells
    }
}
