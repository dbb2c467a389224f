/// How the bytes of an answer are packed, RFC 9110 section 8.4.1.
enum ContentCoding: String, Sendable, CaseIterable {
    case brotli = "br"
    case gzip
    case identity

    /// The best of those on offer by the weights of `Accept-Encoding`; of equal weights the smallest. Without the header, or where nothing
    /// on offer is accepted, the bytes are sent as they are.
    static func preferred(_ header: String?, offered: [ContentCoding]) -> ContentCoding {
        guard let header, !offered.isEmpty else { return .identity }
        let wishes = Wishes(header)
        var best = (coding: identity, weight: 0)
        for coding in allCases where coding == .identity || offered.contains(coding) {
            let weight = wishes.weight(coding)
            if weight > best.weight { best = (coding, weight) }
        }
        return best.coding
    }
}

/// The weights in `Accept-Encoding`, in thousandths. Read byte by byte without a `String` for each item: this runs for every cached page.
private struct Wishes {
    private var brotli: Int?
    private var gzip: Int?
    private var identity: Int?
    private var other: Int?

    init(_ header: String) {
        for item in header.utf8.split(separator: UInt8(ascii: ",")) {
            let parts = item.split(separator: UInt8(ascii: ";"), maxSplits: 1)
            guard let first = parts.first else { continue }
            let weight = parts.count == 2 ? Self.weight(parts[1]) : 1000
            let name = first.withoutSpaces
            if name.equalsIgnoringCase("br") {
                brotli = weight
            } else if name.equalsIgnoringCase("gzip") || name.equalsIgnoringCase("x-gzip") {
                gzip = weight
            } else if name.equalsIgnoringCase("identity") {
                identity = weight
            } else if name.equalsIgnoringCase("*") {
                other = weight
            }
        }
    }

    func weight(_ coding: ContentCoding) -> Int {
        switch coding {
        case .brotli: brotli ?? other ?? 0
        case .gzip: gzip ?? other ?? 0
        case .identity: identity ?? other ?? 1
        }
    }

    /// `q=0.8` → 800; 0 for what cannot be read, so that a doubtful wish is not followed.
    private static func weight(_ text: Substring.UTF8View) -> Int {
        var digits = text.withoutSpaces
        guard digits.popFirst().map({ $0 | 0x20 }) == UInt8(ascii: "q"), digits.popFirst() == UInt8(ascii: "=") else { return 0 }
        guard let whole = digits.popFirst(), whole == UInt8(ascii: "0") || whole == UInt8(ascii: "1") else { return 0 }
        var weight = whole == UInt8(ascii: "1") ? 1000 : 0
        guard digits.popFirst() == UInt8(ascii: ".") else { return weight }
        var place = 100
        while let digit = digits.popFirst(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit), place > 0 {
            weight += Int(digit - UInt8(ascii: "0")) * place
            place /= 10
        }
        return min(weight, 1000)
    }
}

extension Substring.UTF8View {
    fileprivate var withoutSpaces: Substring.UTF8View {
        var rest = self
        while let first = rest.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") { rest.removeFirst() }
        while let last = rest.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { rest.removeLast() }
        return rest
    }

    fileprivate func equalsIgnoringCase(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { other in
            elementsEqual(other) { left, right in left == right || ((65...90).contains(left) && left | 0x20 == right) }
        }
    }
}
