/// The bytes of a text and its lines. Quotes and lists look at the same lines with less of their beginnings, so nothing is copied.
struct MarkdownSource {
    let bytes: [UInt8]
    let lines: [MarkdownLine]

    init(_ text: String) {
        var lines: [MarkdownLine] = []
        var start = 0
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
            let endsWithBoth = byte == UInt8(ascii: "\n") && index > 0 && bytes[index - 1] == UInt8(ascii: "\r")
            if !endsWithBoth { lines.append(MarkdownLine(bytes[start..<index])) }
            start = index + 1
        }
        if start < bytes.count { lines.append(MarkdownLine(bytes[start...])) }
        self.bytes = bytes
        self.lines = lines
    }
}

/// A line without its end, and without what the blocks around it have taken from its beginning.
struct MarkdownLine {
    /// Spaces at the beginning; a tab counts as four.
    let indentation: Int
    /// The line from its first visible byte to its last, and the spaces behind that.
    let content: ArraySlice<UInt8>

    /// Indentation beyond this means nothing; it bounds the width of a line full of tabs.
    private static let widest = 64

    init(_ bytes: ArraySlice<UInt8>, indentation before: Int = 0) {
        content = bytes.drop { $0.isMarkdownSpace }
        let width = bytes[..<content.startIndex].reduce(before) { $0 + ($1 == UInt8(ascii: "\t") ? 4 : 1) }
        indentation = min(width, Self.widest)
    }

    private init(content: ArraySlice<UInt8>, indentation: Int) {
        self.content = content
        self.indentation = indentation
    }

    var isBlank: Bool { content.isEmpty }

    /// The same line, less indented.
    func outdented(by width: Int) -> MarkdownLine {
        MarkdownLine(content: content, indentation: max(0, indentation - width))
    }

    /// What follows a marker of that many bytes; the one space behind the marker belongs to it.
    func after(marker count: Int) -> MarkdownLine {
        MarkdownLine(content.dropFirst(count)).outdented(by: 1)
    }
}

extension UInt8 {
    /// Space or tab.
    var isMarkdownSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
    var isMarkdownDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

extension ArraySlice<UInt8> {
    /// Without spaces and tabs at both ends.
    var trimmed: ArraySlice<UInt8> {
        let start = drop { $0.isMarkdownSpace }
        guard let last = start.lastIndex(where: { !$0.isMarkdownSpace }) else { return start[start.endIndex...] }
        return start[...last]
    }
}
