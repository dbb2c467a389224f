/// Tells the signs of a block apart from its words.
struct MarkdownLexer {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    /// Where the words that are being read began.
    private var wordsStart: Int
    private var found: [MarkdownToken] = []
    /// Lengths of runs of backticks that were looked for up to the end and are not there: looking again would take square time.
    private var missingBackticks: Set<Int> = []

    private static let longestAddress = 2_000

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
        wordsStart = bytes.startIndex
    }

    /// The parts of the block in order.
    mutating func tokens() -> [MarkdownToken] {
        while position < bytes.endIndex {
            switch bytes[position] {
            case UInt8(ascii: "\\"): escape()
            case UInt8(ascii: "`"): code()
            case UInt8(ascii: "*"): stars()
            case UInt8(ascii: "["): add(.openBracket, upTo: position + 1)
            case UInt8(ascii: "]"): closeBracket()
            case UInt8(ascii: "\n"): lineEnd()
            default: position += 1
            }
        }
        endWords(at: position)
        return found
    }

    private mutating func endWords(at end: Int) {
        if wordsStart < end { found.append(.words(bytes[wordsStart..<end])) }
    }

    private mutating func add(_ token: MarkdownToken, upTo end: Int) {
        endWords(at: position)
        found.append(token)
        position = end
        wordsStart = end
    }

    private func byte(at index: Int) -> UInt8? {
        bytes.indices.contains(index) ? bytes[index] : nil
    }

    /// A backslash takes the meaning from the sign after it, or breaks the line.
    private mutating func escape() {
        guard let next = byte(at: position + 1) else {
            position += 1
            return
        }
        if next == UInt8(ascii: "\n") {
            add(.lineBreak, upTo: position + 2)
        } else if Self.isPunctuation(next) {
            endWords(at: position)
            wordsStart = position + 1
            position += 2
        } else {
            position += 1
        }
    }

    /// Two spaces at the end of a line break it.
    private mutating func lineEnd() {
        let end = position
        let words = bytes[wordsStart..<end]
        let spaces = words.reversed().prefix { $0 == UInt8(ascii: " ") }.count
        guard spaces >= 2 else {
            position += 1
            return
        }
        position = end - spaces
        add(.lineBreak, upTo: end + 1)
    }

    /// Words between two runs of as many backticks. One space at both ends is for showing a backtick there.
    private mutating func code() {
        let width = run(of: UInt8(ascii: "`"), at: position)
        let start = position + width
        guard let end = closingBackticks(width, after: start) else {
            position = start
            return
        }
        var words = bytes[start..<end]
        let space = UInt8(ascii: " ")
        if words.count > 2, words.first == space, words.last == space, words.contains(where: { $0 != space }) {
            words = words.dropFirst().dropLast()
        }
        add(.code(words), upTo: end + width)
    }

    private mutating func closingBackticks(_ width: Int, after start: Int) -> Int? {
        guard !missingBackticks.contains(width) else { return nil }
        var index = start
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            let count = run(of: UInt8(ascii: "`"), at: index)
            if count == width { return index }
            index += count
        }
        missingBackticks.insert(width)
        return nil
    }

    /// More than three stars are decoration.
    private mutating func stars() {
        let count = run(of: UInt8(ascii: "*"), at: position)
        let end = position + count
        guard count <= 3 else {
            position = end
            return
        }
        let mayOpen = byte(at: end).map { !Self.isSpace($0) } ?? false
        let mayClose = byte(at: position - 1).map { !Self.isSpace($0) } ?? false
        add(.stars(MarkdownStars(count: count, mayOpen: mayOpen, mayClose: mayClose)), upTo: end)
    }

    private mutating func closeBracket() {
        let start = position
        guard let end = addressEnd(from: start + 1), let address = MarkdownToken.Address(bytes[(start + 2)..<end]) else {
            add(.closeBracket(nil, asTyped: bytes[start...start]), upTo: start + 1)
            return
        }
        add(.closeBracket(address, asTyped: bytes[start...end]), upTo: end + 1)
    }

    /// The parenthesis that ends an address which begins with one here. It may hold pairs of them, but neither spaces nor brackets, so that
    /// no byte is looked at for two addresses.
    private func addressEnd(from start: Int) -> Int? {
        guard byte(at: start) == UInt8(ascii: "(") else { return nil }
        var depth = 0
        for index in start..<min(bytes.endIndex, start + Self.longestAddress) {
            switch bytes[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return index }
            case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"): return nil
            case let byte where Self.isSpace(byte): return nil
            default: continue
            }
        }
        return nil
    }

    private func run(of sign: UInt8, at start: Int) -> Int {
        bytes[start...].prefix { $0 == sign }.count
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte <= UInt8(ascii: " ")
    }

    /// ASCII punctuation: what a backslash may stand before.
    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
