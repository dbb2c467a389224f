/// The grammar of language tags, RFC 5646 section 2.1, and their customary case, section 2.1.1.
enum LanguageTag {
    private static let longest = 35

    /// The tag in canonical case, nil if it is not well-formed.
    static func canonical(_ tag: String) -> String? {
        let bytes = Array(tag.utf8)
        guard (1...longest).contains(bytes.count), bytes.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }) else {
            return nil
        }
        var subtags = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map { $0.map(\.lowercased) }[...]
        guard subtags.allSatisfy({ (1...8).contains($0.count) }) else { return nil }
        guard let language = subtags.popFirst(), (2...8).contains(language.count), language.allSatisfy(\.isLetter) else { return nil }

        var parts = [language]
        if language.count <= 3 {
            parts += take(upTo: 3, from: &subtags) { $0.count == 3 && $0.allSatisfy(\.isLetter) }
        }
        parts += take(upTo: 1, from: &subtags) { $0.count == 4 && $0.allSatisfy(\.isLetter) }.map(titled)
        parts += take(upTo: 1, from: &subtags, while: isRegion).map { $0.map(\.uppercased) }
        let variants = take(upTo: .max, from: &subtags, while: isVariant)
        guard Set(variants).count == variants.count else { return nil }
        parts += variants
        guard let extensions = takeExtensions(from: &subtags) else { return nil }
        parts += extensions
        return String(decoding: Array(parts.joined(separator: [UInt8(ascii: "-")])), as: UTF8.self)
    }

    private static func isRegion(_ subtag: [UInt8]) -> Bool {
        (subtag.count == 2 && subtag.allSatisfy(\.isLetter)) || (subtag.count == 3 && subtag.allSatisfy(\.isDigit))
    }

    private static func isVariant(_ subtag: [UInt8]) -> Bool {
        subtag.count >= 5 || (subtag.count == 4 && subtag.first?.isDigit == true)
    }

    private static func titled(_ subtag: [UInt8]) -> [UInt8] {
        subtag.prefix(1).map(\.uppercased) + subtag.dropFirst()
    }

    private static func take(
        upTo limit: Int, from subtags: inout ArraySlice<[UInt8]>, while belongs: ([UInt8]) -> Bool
    ) -> [[UInt8]] {
        var taken: [[UInt8]] = []
        while taken.count < limit, let next = subtags.first, belongs(next) {
            taken.append(next)
            subtags.removeFirst()
        }
        return taken
    }

    /// `u-nu-latn`, `x-home`: a singleton and at least one subtag, each singleton once, `x` with everything after it. Nil if anything else is left.
    private static func takeExtensions(from subtags: inout ArraySlice<[UInt8]>) -> [[UInt8]]? {
        var taken: [[UInt8]] = []
        var singletons: Set<[UInt8]> = []
        while let singleton = subtags.popFirst() {
            guard singleton.count == 1, singletons.insert(singleton).inserted else { return nil }
            let isPrivate = singleton == [UInt8(ascii: "x")]
            let values = take(upTo: .max, from: &subtags) { isPrivate || $0.count >= 2 }
            guard !values.isEmpty else { return nil }
            taken += [singleton] + values
        }
        return taken
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercased) }
    fileprivate var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 32 : self }
    fileprivate var uppercased: UInt8 { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) ? self - 32 : self }
}
