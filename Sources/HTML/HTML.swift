/// A piece of markup. It is made from a string literal: what is interpolated is escaped, interpolated `HTML` is not.
///
/// Only text known to the compiler and values that were escaped get in; `init(trusted:)` is the one door for anything else.
/// In debug builds a literal whose values stand where they could do harm stops the program and says why (`LiteralContext`).
public struct HTML: Sendable, Hashable {
    /// The markup, ready to be sent.
    public private(set) var utf8: [UInt8]

    /// No markup at all.
    public static let empty = HTML(utf8: [])

    /// Markup made elsewhere, taken as it is. Whoever calls this answers for every byte: never with words that a person wrote.
    public init(trusted markup: String) {
        utf8 = Array(markup.utf8)
    }

    /// Words, escaped for text and for quoted attribute values.
    public init(text: String) {
        utf8 = []
        utf8.appendEscaped(text)
    }

    init(utf8: [UInt8]) {
        self.utf8 = utf8
    }

    /// Whether there is no markup at all.
    public var isEmpty: Bool { utf8.isEmpty }

    /// Two pieces of markup, one after the other.
    public static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum += right
        return sum
    }

    /// Adds a piece of markup at the end.
    public static func += (left: inout HTML, right: HTML) {
        left.utf8 += right.utf8
    }
}

extension HTML: CustomStringConvertible {
    /// The markup as a `String`, for tests and logs.
    public var description: String { String(decoding: utf8, as: UTF8.self) }
}

extension Sequence<HTML> {
    /// All pieces in order, `separator` between each two.
    public func joined(separator: HTML = .empty) -> HTML {
        var bytes: [UInt8] = []
        var isFirst = true
        for piece in self {
            if !isFirst { bytes += separator.utf8 }
            bytes += piece.utf8
            isFirst = false
        }
        return HTML(utf8: bytes)
    }
}
