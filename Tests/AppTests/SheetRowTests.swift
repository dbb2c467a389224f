import Testing

@testable import App

/// What a stranger typed stays words in a spreadsheet.
@Suite struct SheetRowTests {
    @Test(arguments: [
        ("Ann", "Ann"), ("", ""), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("two\nlines", "\"two\nlines\""),
        ("=1+1", "'=1+1"), ("+32", "'+32"), ("-1", "'-1"), ("@cmd", "'@cmd"), ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""), ("＝1", "'＝1"),
        ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""), ("=\u{301}1", "'=\u{301}1"), ("a=b", "a=b"),
    ])
    func aCellIsQuotedAndDefused(cell: String, written: String) {
        #expect(String(decoding: SheetRow.bytes([cell, "x"]), as: UTF8.self) == "\(written),x\r\n")
    }
}
