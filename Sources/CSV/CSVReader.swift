/// Reads comma-separated values as their bytes arrive, in flat memory: what a spreadsheet wrote, whatever its language.
///
/// Text is UTF-8 with or without its mark, UTF-16 with its mark, or Windows-1252 (which holds Latin-1): the first cell beyond ASCII
/// decides, since nothing else in a file says so. Cells are separated by comma, semicolon or tab, whichever the first line holds most of.
/// A line ends with CR LF, LF or CR; blank lines are passed over.
///
///     var reader = CSVReader()
///     for try await piece in body { try reader.read(piece) { row in … } }
///     try reader.end { row in … }
public struct CSVReader: Sendable {
    private var input = CSVInput()
    private var separators = CSVSeparators()
    private var cells: CSVCells

    /// A reader at the beginning of a file.
    public init(limits: CSVLimits = CSVLimits()) {
        cells = CSVCells(limits: limits)
    }

    /// What stands between cells, once the first line has told.
    public var separator: Unicode.Scalar? { separators.found.map { Unicode.Scalar($0) } }

    /// Reads on; `take` is called for every row that is complete. Throws `CSVProblem`, and what `take` throws; then the reader is done for.
    public mutating func read(_ bytes: some Sequence<UInt8>, _ take: (CSVRow) throws -> Void) throws {
        let (plain, isWhole) = input.read(bytes)
        try split(plain, take)
        guard isWhole else { throw CSVProblem(line: cells.line, kind: .encoding) }
    }

    /// Reads what is left once the file has ended. Throws as `read` does.
    public mutating func end(_ take: (CSVRow) throws -> Void) throws {
        let (plain, isWhole) = input.end()
        try split(plain, take)
        guard isWhole else { throw CSVProblem(line: cells.line, kind: .encoding) }
        try split(separators.end(), separatedBy: separators.found ?? UInt8(ascii: ","), take)
        try cells.end(take)
    }

    private mutating func split(_ bytes: [UInt8], _ take: (CSVRow) throws -> Void) throws {
        let ready = separators.read(bytes)
        guard let separator = separators.found else { return }
        try split(ready, separatedBy: separator, take)
    }

    private mutating func split(_ bytes: [UInt8], separatedBy separator: UInt8, _ take: (CSVRow) throws -> Void) throws {
        for byte in bytes {
            if let row = try cells.read(byte, separator: separator) { try take(row) }
        }
    }
}
