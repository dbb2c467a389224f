import Testing
import Text
import Time
import Web

@testable import Imports

/// What is a list, and what is said of a file that is none.
@Suite struct SheetTests {
    /// A file of a wrong shape, and the key of what is said.
    struct Shape: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let key: String

        init(_ name: String, _ bytes: [UInt8], _ key: String) {
            testDescription = name
            self.bytes = bytes
            self.key = "imports.file.\(key)"
        }

        init(_ name: String, _ text: String, _ key: String) {
            self.init(name, Array(text.utf8), key)
        }
    }

    static let wrong: [Shape] = [
        Shape("nothing", [], "empty"),
        Shape("blank lines", "\n\r\n\n", "empty"),
        Shape("a mark alone", [0xEF, 0xBB, 0xBF], "empty"),
        Shape("a header alone", "name;country\n", "headerAlone"),
        Shape("a header and separators", "name;country\n;\n;;\n", "headerAlone"),
        Shape("xlsx", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "spreadsheet"),
        Shape("xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1], "spreadsheet"),
        Shape("pdf", "%PDF-1.7\n", "pdf"),
        Shape("a web page", "<!doctype html>\n<html><body>", "page"),
        Shape("NUL", [0x6E, 0x61, 0x6D, 0x65, 0x0A, 0x61, 0x00, 0x62, 0x0A], "notText"),
        Shape("UTF-16 without a mark", [0x6E, 0x00, 0x61, 0x00, 0x0A, 0x00], "notText"),
        Shape("broken UTF-16", [0xFF, 0xFE, 0x6E, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x6E, 0x00], "encoding"),
        Shape("two encodings", Array("name\nDéjà\n".utf8) + [0x44, 0xE9, 0x0A], "encoding"),
        Shape("an open quote", "name;country\n\"Union;SN\nOther;SN\n", "openQuote"),
        Shape("words behind a quote", "name;country\n\"Union\" of workers;SN\n", "afterQuote"),
        Shape("100,000 columns", String(repeating: "a;", count: 100_000) + "\n1\n", "manyColumns"),
        Shape("a cell without end", "name\n" + String(repeating: "x", count: 30_000) + "\n", "longCell"),
        Shape("too many lines", "name\n" + String(repeating: "x\n", count: 50_001), "manyRows"),
        Shape("too large", Array(repeating: UInt8(ascii: "x"), count: 5_000_001), "long"),
    ]

    @Test(arguments: wrong) func aWrongShapeIsToldInWords(shape: Shape) {
        let problem = #expect(throws: SheetProblem.self) { try Sheet(shape.bytes) }
        #expect(problem?.key == shape.key)
    }

    @Test func theLineOfAProblemIsThatOfTheFile() {
        let problem = #expect(throws: SheetProblem.self) { try Sheet(Array("name\n\nUnion\n\"open\n".utf8)) }
        #expect(problem?.arguments == [.words("4")])
    }

    /// The same list as spreadsheets write it.
    static let good: [Shape] = [
        Shape("commas", "name,country\nMutualité,SN\n", ""),
        Shape("semicolons and a mark", "\u{FEFF}name;country\r\nMutualité;SN\r\n", ""),
        Shape("tabs and CR", "name\tcountry\rMutualité\tSN\r", ""),
        Shape("Latin-1", Array("name;country\nMutualit".utf8) + [0xE9] + Array(";SN\n".utf8), ""),
        Shape("UTF-16", [0xFF, 0xFE] + "name;country\nMutualité;SN\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, ""),
        Shape("quotes, and empty columns at the right", "\"name\";\"country\";;\n\"Mutualité\";\"SN\";;\n;;;\n", ""),
    ]

    @Test(arguments: good) func aListIsReadHoweverItWasWritten(shape: Shape) throws {
        let sheet = try Sheet(shape.bytes)
        #expect(sheet.header == ["name", "country"])
        #expect(sheet.lines.count == 1)
        #expect(sheet.lines.first?.number == 2)
        #expect(sheet.lines.first?.cells.prefix(2) == ["Mutualité", "SN"])
    }

    @Test func headingsAreKnownInAnyLanguageAndEachOnce() throws {
        let columns = [
            ImportColumn("name", headings: ["nom"]) { _ in "" }, ImportColumn("mailbox", headings: ["e-mail", "courriel"]) { _ in "" },
        ]
        #expect(try ColumnMatching.match(["NOM ", "E_Mail", "Autre"], columns) == ["name", "mailbox", nil])
        let problem = #expect(throws: SheetProblem.self) { try ColumnMatching.match(["Courriel", "Nom", "e-mail"], columns) }
        #expect(problem == .sameColumns("e-mail", 1, 3))
    }

    @Test func cellsOfALineAreTrimmedGuardedAndCounted() {
        let columns: [String?] = ["name", nil, "mailbox"]
        let record = ImportRecord(number: 2, cells: ["  Union\u{A0}", "x", "'+32 2"], columns: columns)
        #expect(record.problem == nil)
        #expect(record.fields["name"] == "Union")
        #expect(record.fields["mailbox"] == "+32 2")
        #expect(ImportRecord(number: 2, cells: ["a", "b", "c", "", " "], columns: columns).problem == nil)
        #expect(ImportRecord(number: 2, cells: ["a", "b", "c", "d"], columns: columns).problem?.key == "imports.line.length")
        #expect(ImportRecord(number: 2, cells: ["a"], columns: columns).problem?.key == "imports.line.length")
    }

    @Test(arguments: [
        ("2026-01-15", "2026-01-15"), ("15/1/2026", "2026-01-15"), ("15.01.2026", "2026-01-15"), ("2026-01-15T08:00:00Z", "2026-01-15"),
        ("15/13/2026", nil), ("01/15/2026", nil), ("yesterday", nil), ("1/1/26", nil), ("0026-01-15", nil), ("", nil),
    ]) func daysAreReadAsTheyAreWritten(typed: String, day: String?) {
        #expect(CellWords.day(typed)?.description == day)
    }

    @Test func packedWordsComeBackAsTheyWere() {
        for words in [[""], ["", ""], ["a", "", "é\n\"x"], ["a\u{301}", "b"]] {
            #expect(PackedWords.unpack(PackedWords.pack(words)) == words)
        }
        #expect(PackedWords.unpack(PackedWords.pack(["a\u{1F}b"])) == ["ab"])
        let reasons = [
            FormProblem(field: "name", key: "a.b", arguments: [.words("n1"), .number(-3), .words("")]), FormProblem(field: "", key: "c"),
        ]
        #expect(PackedReasons.pack(reasons).map(PackedReasons.unpack) == reasons)
        #expect(PackedReasons.pack([]) == nil)
    }
}
