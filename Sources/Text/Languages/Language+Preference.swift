extension Language {
    /// The language of `available` that a browser's `Accept-Language` asks for most, `fallback` if it asks for none of them.
    /// Weights by RFC 9110 section 12.5.4, matching by lookup (RFC 4647 section 3.4): `fr-CA` is served by `fr`, `pt` by `pt-BR`.
    /// A language with weight 0 is refused unless it is the fallback. What is malformed, and all after the 32nd item, is passed over.
    public static func preferred(_ acceptLanguage: String?, among available: [Language], default fallback: Language) -> Language {
        guard let acceptLanguage else { return fallback }
        let wishes = acceptLanguage.utf8.split(separator: UInt8(ascii: ","), maxSplits: mostWishes).prefix(mostWishes).compactMap(Wish.init)
        let refused = Set(wishes.filter { $0.weight == 0 }.map(\.range))
        let open = available.filter { !refused.contains($0.code.lowercased()) }

        // A stable sort: of equal weights, the one named first.
        let ordered = wishes.filter { $0.weight > 0 }.enumerated().sorted {
            ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
        }
        for wish in ordered.map(\.element) {
            if wish.range == "*" { return open.contains(fallback) ? fallback : open.first ?? fallback }
            if let match = match(wish.range, among: open) { return match }
        }
        return fallback
    }

    private static let mostWishes = 32

    private static func match(_ range: String, among available: [Language]) -> Language? {
        var subtags = range.split(separator: "-")
        while !subtags.isEmpty {
            let prefix = subtags.joined(separator: "-")
            if let exact = available.first(where: { $0.code.lowercased() == prefix }) { return exact }
            subtags.removeLast()
        }
        return available.first { $0.code.lowercased().hasPrefix(range + "-") }
    }
}

/// One item of the header: a language range in lower case, and its weight in thousandths.
private struct Wish {
    let range: String
    let weight: Int

    init?(_ item: Substring.UTF8View) {
        let parts = item.split(separator: UInt8(ascii: ";")).map { String(Substring($0)).trimmed.lowercased() }
        guard let range = parts.first, (1...35).contains(range.utf8.count), parts.count <= 2 else { return nil }
        guard range.utf8.allSatisfy({ $0 > UInt8(ascii: " ") && $0 < 0x7F }) else { return nil }
        self.range = range
        guard parts.count == 2 else {
            weight = 1000
            return
        }
        guard let weight = Self.weight(parts[1]) else { return nil }
        self.weight = weight
    }

    /// `q=0.8` → 800. At most three decimals, at most one.
    private static func weight(_ text: String) -> Int? {
        let sides = text.split(separator: "=", omittingEmptySubsequences: false).map(\.trimmed)
        guard sides.count == 2, sides[0] == "q" else { return nil }
        let digits = sides[1].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = digits.count == 2 ? digits[1] : ""
        guard let whole = digits.first, whole == "0" || whole == "1", decimals.utf8.count <= 3 else { return nil }
        guard decimals.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        let padded = decimals + String(repeating: "0", count: 3 - decimals.utf8.count)
        guard let thousandths = Int(padded) else { return nil }
        let weight = (whole == "1" ? 1000 : 0) + thousandths
        return weight <= 1000 ? weight : nil
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        let bytes = Array(utf8)
        let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let kept = bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        return String(decoding: Array(kept), as: UTF8.self)
    }
}
