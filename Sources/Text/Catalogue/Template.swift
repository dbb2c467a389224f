internal import HTML

/// A sentence with places for arguments, parsed once when the catalogue is loaded.
enum Template: Sendable {
    /// No places: ready in both forms, so that using it makes nothing anew.
    case fixed(String, HTML)
    case filled([Piece])

    enum Piece: Sendable, Equatable {
        case words(String, HTML)
        /// The place of an argument, counted from 0.
        case place(Int)
    }

    /// Reads `%@`, `%d`, `%ld`, `%lld`, each also with a position as in `%2$@`; `%%` is a percent sign, and so is a `%` before anything
    /// but a letter or a digit ("80 % de"). Any other use of `%` is not understood: nil.
    init?(_ text: String) {
        var pieces: [Piece] = []
        var words: [UInt8] = []
        var unnumbered = 0
        var rest = Array(text.utf8)[...]

        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                words.append(byte)
                continue
            }
            guard let next = rest.first, next == UInt8(ascii: "%") || next.isLetterOrDigit || next == UInt8(ascii: "@") else {
                words.append(byte)
                continue
            }
            if next == UInt8(ascii: "%") {
                words.append(byte)
                rest.removeFirst()
                continue
            }
            guard let place = Self.readPlace(&rest) else { return nil }
            if !words.isEmpty { pieces.append(.words(words)) }
            words = []
            switch place {
            case .numbered(let number): pieces.append(.place(number))
            case .next:
                pieces.append(.place(unnumbered))
                unnumbered += 1
            }
        }
        guard !pieces.isEmpty else {
            self = .fixed(
                text.contains("%%") ? String(decoding: words, as: UTF8.self) : text, HTML(text: String(decoding: words, as: UTF8.self)))
            return
        }
        if !words.isEmpty { pieces.append(.words(words)) }
        self = .filled(pieces)
    }

    /// The arguments it has places for, counted from 0.
    var places: Set<Int> {
        guard case .filled(let pieces) = self else { return [] }
        return Set(
            pieces.compactMap { piece in
                if case .place(let number) = piece { number } else { nil }
            })
    }

    private enum Place {
        case numbered(Int), next
    }

    private static let kinds: [[UInt8]] = ["@", "d", "ld", "lld"].map { Array($0.utf8) }
    private static let mostPlaces = 9

    /// What follows the percent sign: `2$`, if it is there, and the kind of the value.
    private static func readPlace(_ rest: inout ArraySlice<UInt8>) -> Place? {
        var place = Place.next
        if let digit = rest.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(digit) {
            guard rest.dropFirst().first == UInt8(ascii: "$") else { return nil }
            place = .numbered(Int(digit - UInt8(ascii: "1")))
            rest = rest.dropFirst(2)
        }
        guard let kind = kinds.first(where: { rest.starts(with: $0) }) else { return nil }
        rest = rest.dropFirst(kind.count)
        return place
    }
}

extension Template.Piece {
    fileprivate static func words(_ bytes: [UInt8]) -> Self {
        let words = String(decoding: bytes, as: UTF8.self)
        return .words(words, HTML(text: words))
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }
}
