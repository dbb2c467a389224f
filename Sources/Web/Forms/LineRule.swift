internal import Foundation

/// What words of strangers must not be where they are shown or exported.
public enum LineRule: Sendable, Hashable, CaseIterable {
    /// No address of a site: names and sentences are where advertisers put them.
    case noAddress
    /// Does not begin with `=`, `+`, `-`, `@`: a spreadsheet would take it for a formula.
    case noFormula
    /// Holds at least one letter of some script: marks and invisible characters alone are no name.
    case someLetter

    var key: String {
        switch self {
        case .noAddress: "form.problem.address"
        case .noFormula: "form.problem.formula"
        case .someLetter: "form.problem.letter"
        }
    }

    func accepts(_ value: String) -> Bool {
        switch self {
        case .noAddress: !Self.holdsAddress(value)
        case .noFormula: !"=+-@\t\r".utf8.contains(value.utf8.first ?? UInt8(ascii: "."))
        case .someLetter: value.unicodeScalars.contains { $0.properties.isAlphabetic && !$0.properties.isDefaultIgnorableCodePoint }
        }
    }

    // Endings that advertising lives in. Those of countries are left out where words are written like them: `Stop.it now`, `Care.be`, `santé.la`.
    private static let endings: Set<String> = [
        "app", "biz", "cc", "click", "club", "cn", "co", "com", "dev", "info", "io", "link", "net", "online", "org", "ru", "shop", "site",
        "store", "top", "vip", "website", "xyz",
    ]

    /// In lower case, full stops of every script as those of addresses.
    private static func folded(_ value: String) -> String {
        value.precomposedStringWithCompatibilityMapping.lowercased().replacing("\u{3002}", with: ".").replacing("\u{FF61}", with: ".")
    }

    /// `evil.com`, `t.me/x`, `https:evil`, `1.2.3.4`; but not `St.Denis`, `J.P.`, `Care.be`, `11.be` or `Fin.Et voilà`.
    private static func holdsAddress(_ value: String) -> Bool {
        let isASCII = value.utf8.allSatisfy { $0 < 0x80 }
        // Every address has one of the two; most names have neither, and are not folded in vain.
        if isASCII, !value.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }) { return false }
        let folded = isASCII ? value.lowercased() : folded(value)
        if ["://", "www.", "http:", "https:"].contains(where: { folded.utf8.containsRun($0) }) { return true }
        return folded.utf8.split { !$0.isInHost && $0 != UInt8(ascii: "/") }.contains { word in
            let host = word.prefix { $0 != UInt8(ascii: "/") }
            let labels = host.split(separator: UInt8(ascii: "."))
            guard labels.count >= 2, let last = labels.last else { return false }
            let isNumber = { (label: Substring.UTF8View) in label.allSatisfy { (48...57).contains($0) } }
            if labels.count == 4, labels.allSatisfy(isNumber) { return true }
            if host.count < word.count { return last.count >= 2 && !isNumber(last) }
            return labels.allSatisfy { $0.count >= 2 } && endings.contains(String(decoding: last, as: UTF8.self))
        }
    }
}

extension UInt8 {
    fileprivate var isInHost: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...:
            true
        default: false
        }
    }
}

extension String.UTF8View {
    fileprivate func containsRun(_ text: String) -> Bool {
        indices.contains { self[$0...].starts(with: text.utf8) }
    }
}
