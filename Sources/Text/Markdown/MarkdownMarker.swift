/// What the beginning of a line makes of it.
enum MarkdownMarker: Equatable {
    case heading(level: Int)
    case rule
    case quote
    case bullet(UInt8)
    /// `1.` or `1)`; `width` counts the bytes of the marker.
    case number(Int, end: UInt8, width: Int)

    init?(_ line: MarkdownLine) {
        let content = line.content
        guard let first = content.first else { return nil }
        switch first {
        case UInt8(ascii: "#"):
            guard let level = Self.headingLevel(content) else { return nil }
            self = .heading(level: level)
        case UInt8(ascii: ">"):
            self = .quote
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "_"):
            if first != UInt8(ascii: "+"), Self.isRule(content, of: first) {
                self = .rule
            } else if first != UInt8(ascii: "_"), Self.endsMarker(content.dropFirst()) {
                self = .bullet(first)
            } else {
                return nil
            }
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            guard let number = Self.number(content) else { return nil }
            self = number
        default:
            return nil
        }
    }

    /// Whether the line ends the paragraph before it. A number other than 1 does not: a line may begin with a year and a full stop.
    var interruptsParagraph: Bool {
        if case .number(let number, _, _) = self { number == 1 } else { true }
    }

    private static func headingLevel(_ content: ArraySlice<UInt8>) -> Int? {
        let rest = content.drop { $0 == UInt8(ascii: "#") }
        let level = content.count - rest.count
        return level <= 6 && endsMarker(rest) ? level : nil
    }

    private static func isRule(_ content: ArraySlice<UInt8>, of sign: UInt8) -> Bool {
        var count = 0
        for byte in content where !byte.isMarkdownSpace {
            guard byte == sign else { return false }
            count += 1
        }
        return count >= 3
    }

    private static func number(_ content: ArraySlice<UInt8>) -> MarkdownMarker? {
        let digits = content.prefix { $0.isMarkdownDigit }.prefix(10)
        let rest = content[digits.endIndex...]
        guard digits.count <= 9, let end = rest.first, end == UInt8(ascii: ".") || end == UInt8(ascii: ")") else { return nil }
        guard endsMarker(rest.dropFirst()), let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        return .number(number, end: end, width: digits.count + 1)
    }

    private static func endsMarker(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.first?.isMarkdownSpace ?? true
    }
}
