/// A row of comma-separated values (RFC 4180) that a spreadsheet takes for words: what a stranger typed never becomes a formula.
enum SheetRow {
    /// Tells spreadsheets that the file is UTF-8.
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The row with its line end.
    static func bytes(_ cells: [String]) -> [UInt8] {
        Array(cells.map(quoted).joined(separator: ",").utf8) + Array("\r\n".utf8)
    }

    private static func quoted(_ cell: String) -> String {
        // https://owasp.org/www-community/attacks/CSV_Injection, the full-width signs included.
        let starts = "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars
        let isFormula = cell.unicodeScalars.first.map(starts.contains) ?? false
        let words = isFormula ? "'\(cell)" : cell
        guard words.utf8.contains(where: { ",;\"\t\r\n".utf8.contains($0) }) else { return words }
        return "\"\(words.replacing("\"", with: "\"\""))\""
    }
}
