/// What words of strangers must not be where they are shown or exported.
public enum LineRule: Sendable, Hashable, CaseIterable {
    /// No address of a site: names and sentences are where advertisers put them.
    case noAddress
    /// Does not begin with `=`, `+`, `-`, `@`: a spreadsheet would take it for a formula.
    case noFormula

    var key: String {
        switch self {
        case .noAddress: "form.problem.address"
        case .noFormula: "form.problem.formula"
        }
    }

    func accepts(_ value: String) -> Bool {
        switch self {
        case .noAddress: !Self.holdsAddress(value)
        case .noFormula: !"=+-@\t\r".utf8.contains(value.utf8.first ?? UInt8(ascii: "."))
        }
    }

    // Only endings that are common in advertising and are no words: “St.Denis” and “J.P.” are names.
    private static let endings: Set<String> = [
        "biz", "cc", "club", "cn", "com", "info", "io", "ly", "net", "online", "org", "ru", "shop", "site", "store", "su", "tk", "top",
        "vip", "xyz",
    ]

    private static func holdsAddress(_ value: String) -> Bool {
        let lowered = value.lowercased()
        if lowered.utf8.containsRun("://") || lowered.utf8.containsRun("www.") { return true }
        let words = lowered.utf8.split { !$0.isInHost }
        return words.contains { word in
            let labels = word.split(separator: UInt8(ascii: "."))
            guard labels.count >= 2, let last = labels.last else { return false }
            return endings.contains(String(decoding: last, as: UTF8.self))
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
    fileprivate func containsRun(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { run in
            indices.contains { self[$0...].starts(with: run) }
        }
    }
}
