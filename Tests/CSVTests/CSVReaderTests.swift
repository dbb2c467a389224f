import CSV
import Testing

@Suite struct CSVReaderTests {
    private func rows(_ bytes: [UInt8], limits: CSVLimits = CSVLimits(), piece: Int = .max) throws -> [CSVRow] {
        var reader = CSVReader(limits: limits)
        var rows: [CSVRow] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            try reader.read(rest.prefix(piece)) { rows.append($0) }
            rest = rest.dropFirst(piece)
        }
        try reader.end { rows.append($0) }
        return rows
    }

    private func cells(_ text: String, piece: Int = .max) throws -> [[String]] {
        try rows(Array(text.utf8), piece: piece).map(\.cells)
    }

    private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
        "\u{FEFF}\(text)".utf16.flatMap { unit -> [UInt8] in
            let halves = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isBigEndian ? halves : halves.reversed()
        }
    }

    private func problem(_ bytes: [UInt8], limits: CSVLimits = CSVLimits()) -> CSVProblem? {
        do {
            _ = try rows(bytes, limits: limits)
            return nil
        } catch { return error as? CSVProblem }
    }

    @Test(arguments: [",", ";", "\t"]) func theFirstLineSaysWhatSeparates(separator: String) throws {
        let lines = [["Nom", "Pays, ou ; région", "a\tb"], ["Syndicat", "SN", ""]]
        let text = lines.map { $0.map { "\"\($0)\"" }.joined(separator: separator) }.joined(separator: "\r\n")
        #expect(try cells(text) == lines)
    }

    @Test(arguments: ["\n", "\r", "\r\n"]) func everyLineEndEndsALine(end: String) throws {
        let text = ["a,b", "", "1,2", "\"x\(end)y\",z", ""].joined(separator: end)
        let found = try rows(Array(text.utf8))
        #expect(found.map(\.cells) == [["a", "b"], ["1", "2"], ["x\(end)y", "z"]])
        #expect(found.map(\.line) == [1, 3, 4])
    }

    @Test func quotesHoldAnythingAndADoubledQuoteIsOne() throws {
        #expect(try cells("a,b\n\"say \"\"yes\"\"\",\"\"\n5\" pipe,\"x\" \n") == [["a", "b"], ["say \"yes\"", ""], ["5\" pipe", "x"]])
    }

    @Test func theEncodingIsFoundWithoutBeingTold() throws {
        let words = "Nom;Pays\nMutualité;Bénin\nŒuvre – été;€\n"
        let wanted = [["Nom", "Pays"], ["Mutualité", "Bénin"], ["Œuvre – été", "€"]]
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let windows = words.unicodeScalars.map { scalar -> UInt8 in
            switch scalar {
            case "Œ": 0x8C
            case "–": 0x96
            case "€": 0x80
            default: UInt8(scalar.value)
            }
        }
        let little = utf16(words, isBigEndian: false)
        let big = utf16(words, isBigEndian: true)
        for bytes in [Array(words.utf8), mark + words.utf8, windows, little, big] {
            for piece in [1, 2, 3, 7, .max] { #expect(try rows(bytes, piece: piece).map(\.cells) == wanted) }
        }
    }

    @Test func anEmojiInUTF16IsOneCharacter() throws {
        let bytes = utf16("a,✊🏾\n", isBigEndian: false)
        #expect(try rows(bytes, piece: 1).map(\.cells) == [["a", "✊🏾"]])
        #expect(problem([0xFF, 0xFE, 0x00, 0xDC, 0x41, 0x00])?.kind == .encoding)
        #expect(problem([0xFF, 0xFE, 0x41])?.kind == .encoding)
    }

    @Test func anEmptyFileHasNoRows() throws {
        for text in ["", "\n\n\r\n", "\u{FEFF}"] { #expect(try cells(text).isEmpty) }
    }

    @Test func everyProblemNamesItsLine() {
        #expect(problem(Array("a,b\n1,\"open\n2,3\n".utf8)) == CSVProblem(line: 2, kind: .openQuote))
        #expect(problem(Array("a,b\n\"x\"y,2\n".utf8)) == CSVProblem(line: 2, kind: .afterQuote))
        #expect(problem(Array("a,b\n\n1,\u{0}\n".utf8)) == CSVProblem(line: 3, kind: .notText))
        #expect(problem(Array("é,b\n".utf8) + [0xE9, 0x0A]) == CSVProblem(line: 2, kind: .encoding))
        let limits = CSVLimits(cell: 4, columns: 2, rows: 2)
        #expect(problem(Array("a,b\n12345,2\n".utf8), limits: limits) == CSVProblem(line: 2, kind: .longCell(4)))
        #expect(problem(Array("a,b\n1,2,3\n".utf8), limits: limits) == CSVProblem(line: 2, kind: .manyColumns(2)))
        #expect(problem(Array("a,b\n1,2\n3,4\n".utf8), limits: limits) == CSVProblem(line: 3, kind: .manyRows(2)))
    }

    @Test func rowsBeforeAProblemAreGiven() throws {
        var reader = CSVReader()
        var lines: [Int] = []
        #expect(throws: CSVProblem(line: 3, kind: .notText)) {
            try reader.read(Array("a,b\n1,2\n\u{0}".utf8)) { lines.append($0.line) }
        }
        #expect(lines == [1, 2])
    }

    @Test func anyBytesAreReadOrRefusedNeverMore() {
        var generator = SystemRandomNumberGenerator()
        let likely: [UInt8] = Array(",;\t\"\r\n a1é".utf8) + [0xFF, 0xFE, 0xEF, 0xBB, 0xBF, 0xD8, 0xDC, 0xE9, 0x00]
        for round in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0...120, using: &generator)).map { _ -> UInt8 in
                round % 2 == 0
                    ? likely.randomElement(using: &generator) ?? 0 : UInt8.random(in: .min ... .max, using: &generator)
            }
            let whole = try? rows(bytes, limits: CSVLimits(cell: 50, columns: 10, rows: 20))
            let pieces = try? rows(
                bytes, limits: CSVLimits(cell: 50, columns: 10, rows: 20), piece: Int.random(in: 1...5, using: &generator))
            #expect(whole == pieces, "\(bytes)")
        }
    }
}
