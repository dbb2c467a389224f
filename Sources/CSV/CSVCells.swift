/// Splits bytes into cells and rows (RFC 4180 section 2), and counts lines as an editor does.
struct CSVCells: Sendable {
    private enum Place {
        case start, bare, quoted, closed
    }

    /// The line that is being read, from 1.
    private(set) var line = 1
    private let limits: CSVLimits
    private var encoding = CSVEncoding()
    private var place = Place.start
    private var cell: [UInt8] = []
    private var row: [String] = []
    private var rowLine = 1
    private var quoteLine = 1
    private var rows = 0
    private var wasReturn = false
    private var isBlank = true

    init(limits: CSVLimits) {
        self.limits = limits
    }

    /// Reads a byte; gives the row that it ends.
    mutating func read(_ byte: UInt8, separator: UInt8) throws(CSVProblem) -> CSVRow? {
        guard byte != 0 else { throw problem(.notText) }
        // The second byte of CR LF ends nothing more.
        let isSecond = byte == 0x0A && wasReturn
        wasReturn = byte == 0x0D
        if place == .quoted {
            try readQuoted(byte, isSecond: isSecond)
            return nil
        }
        if isSecond { return nil }
        if byte == 0x0A || byte == 0x0D {
            let ended = try endRow()
            line += 1
            rowLine = line
            return ended
        }
        try readBare(byte, separator: separator)
        return nil
    }

    /// Ends the last row, which may lack its line end.
    mutating func end(_ take: (CSVRow) throws -> Void) throws {
        if place == .quoted { throw CSVProblem(line: quoteLine, kind: .openQuote) }
        if let last = try endRow() { try take(last) }
    }

    private mutating func readQuoted(_ byte: UInt8, isSecond: Bool) throws(CSVProblem) {
        if byte == UInt8(ascii: "\"") {
            place = .closed
            return
        }
        if byte == 0x0D || (byte == 0x0A && !isSecond) { line += 1 }
        try append(byte)
    }

    private mutating func readBare(_ byte: UInt8, separator: UInt8) throws(CSVProblem) {
        isBlank = false
        if byte == separator { return try endCell() }
        switch (place, byte) {
        case (.start, UInt8(ascii: "\"")):
            place = .quoted
            quoteLine = line
        case (.closed, UInt8(ascii: "\"")):
            // A doubled quote is one that belongs to the cell.
            try append(byte)
            place = .quoted
        case (.closed, UInt8(ascii: " ")), (.closed, UInt8(ascii: "\t")): return
        case (.closed, _): throw problem(.afterQuote)
        default:
            place = .bare
            try append(byte)
        }
    }

    private mutating func append(_ byte: UInt8) throws(CSVProblem) {
        guard cell.count < limits.cell else { throw problem(.longCell(limits.cell)) }
        cell.append(byte)
    }

    private mutating func endCell() throws(CSVProblem) {
        guard row.count < limits.columns else { throw problem(.manyColumns(limits.columns)) }
        guard let text = encoding.text(cell) else { throw problem(.encoding) }
        row.append(text)
        cell.removeAll(keepingCapacity: true)
        place = .start
    }

    private mutating func endRow() throws(CSVProblem) -> CSVRow? {
        if isBlank { return nil }
        try endCell()
        guard rows < limits.rows else { throw CSVProblem(line: rowLine, kind: .manyRows(limits.rows)) }
        rows += 1
        let ended = CSVRow(line: rowLine, cells: row)
        row = []
        isBlank = true
        return ended
    }

    private func problem(_ kind: CSVProblem.Kind) -> CSVProblem {
        CSVProblem(line: line, kind: kind)
    }
}
