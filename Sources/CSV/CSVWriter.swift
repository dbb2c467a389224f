/// Writes rows by RFC 4180, ready for spreadsheets: what a stranger typed is never taken for a formula.
public enum CSVWriter {
    /// Put at the beginning of a file, so that spreadsheets see that it is UTF-8.
    public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// One row with its line end, in UTF-8. A cell that a spreadsheet would calculate gets an apostrophe in front; plain numbers do not.
    public static func row(_ cells: [String]) -> [UInt8] {
        var line: [UInt8] = []
        for (index, cell) in cells.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            append(isFormula(cell) ? "'\(cell)" : cell, to: &line, isAlone: cells.count == 1)
        }
        line += "\r\n".utf8
        return line
    }

    /// Begins with `=`, `+`, `-`, `@`, also in their full width, or with a tab or line end, and is no plain number.
    /// https://owasp.org/www-community/attacks/CSV_Injection
    static func isFormula(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first, "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first) else {
            return false
        }
        return !isNumber(cell)
    }

    /// `-12`, `+3.5`: a sign, digits, and at most one point or comma between digits.
    private static func isNumber(_ cell: String) -> Bool {
        let digits = cell.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        guard cell.utf8.count - digits.count == 1 else { return false }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
        return parts.count <= 2 && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (48...57).contains($0) } }
    }

    private static func append(_ cell: String, to line: inout [UInt8], isAlone: Bool) {
        // A row of one empty cell would be a blank line, and a spreadsheet drops spaces at the ends of bare cells.
        let isBare = cell.utf8.allSatisfy { !",;\"\t\r\n".utf8.contains($0) } && cell.utf8.first != 0x20 && cell.utf8.last != 0x20
        guard !isBare || (isAlone && cell.isEmpty) else {
            line += cell.utf8
            return
        }
        line.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { line.append(byte) }
            line.append(byte)
        }
        line.append(UInt8(ascii: "\""))
    }
}
