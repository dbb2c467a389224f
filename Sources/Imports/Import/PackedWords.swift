/// Several words in one column of a table that no query looks into: cells of a line, names of columns.
public enum PackedWords {
    /// Stands between words: no keyboard has it, and cells that hold it lose it.
    private static let mark: UInt8 = 0x1F

    /// The words as one text.
    public static func pack(_ words: [String]) -> String {
        words.map { word in
            word.utf8.contains(mark) ? String(decoding: word.utf8.filter { $0 != mark }, as: UTF8.self) : word
        }.joined(separator: "\u{1F}")
    }

    /// The words of a text.
    public static func unpack(_ text: String) -> [String] {
        text.utf8.split(separator: mark, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }

    /// The words of a text that none at all make empty.
    static func list(_ text: String) -> [String] {
        text.isEmpty ? [] : unpack(text)
    }
}
