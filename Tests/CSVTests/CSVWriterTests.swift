import CSV
import Testing

@Suite struct CSVWriterTests {
    private func line(_ cells: String...) -> String {
        String(decoding: CSVWriter.row(cells), as: UTF8.self)
    }

    @Test func cellsAreQuotedWhereTheyMustBe() {
        #expect(line("a", "b c", "") == "a,b c,\r\n")
        #expect(line("a,b", "say \"yes\"", "two\nlines", " x") == "\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\",\" x\"\r\n")
        #expect(line("") == "\"\"\r\n")
    }

    @Test(arguments: ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "--1", "-", "-1.", "+1.2.3", "-1a"])
    func aFormulaIsDefused(cell: String) throws {
        var reader = CSVReader()
        var cells: [String] = []
        try reader.read(CSVWriter.row([cell, "x"])) { cells = $0.cells }
        #expect(cells == ["'\(cell)", "x"])
    }

    @Test(arguments: ["-5", "+32", "-1.5", "-1,5", "0", "a=b", "11.11.11", "12-13"]) func numbersAndWordsStayAsTheyAre(cell: String) {
        #expect(line(cell, "x").hasPrefix(cell.contains(",") ? "\"\(cell)\"," : "\(cell),"))
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        var generator = SystemRandomNumberGenerator()
        let pieces = ["a", "é", "ស", "✊🏾", ",", ";", "\t", "\"", "\n", "\r", "\r\n", " ", "1"]
        for _ in 0..<500 {
            // A first letter, so that nothing is taken for a formula.
            let rows = (0..<4).map { _ in
                (0..<3).map { _ in
                    "x" + (0..<Int.random(in: 0...6, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
                }
            }
            let file = CSVWriter.byteOrderMark + [["h1", "h2", "h3"]].flatMap(CSVWriter.row) + rows.flatMap(CSVWriter.row)
            var reader = CSVReader()
            var read: [[String]] = []
            try reader.read(file) { read.append($0.cells) }
            try reader.end { read.append($0.cells) }
            #expect(
                Array(read.dropFirst()).map { $0.map(\.unicodeScalars).map(Array.init) }
                    == rows.map { $0.map(\.unicodeScalars).map(Array.init) })
        }
    }
}
