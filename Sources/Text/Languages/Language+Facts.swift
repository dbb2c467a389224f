internal import Foundation

extension Language {
    /// What its speakers call it, with a capital as in a menu: `Français`, `Runasimi`. The tag itself if Foundation knows no name.
    public var ownName: String {
        let identifier = code
        guard let name = Locale(identifier: identifier).localizedString(forIdentifier: identifier), !name.isEmpty else { return code }
        return name.prefix(1).uppercased(with: Locale(identifier: identifier)) + name.dropFirst()
    }

    /// What speakers of another language call it, as it stands within a sentence: `français`, `Frans`. The tag itself if Foundation knows no name.
    public func name(in reader: Language) -> String {
        Locale(identifier: reader.code).localizedString(forIdentifier: code) ?? code
    }

    /// Whether it is written from right to left: by the script of the tag, else by the script the language is usually written in.
    public var isRightToLeft: Bool {
        let script = code.split(separator: "-").dropFirst().first { $0.utf8.count == 4 && $0.utf8.allSatisfy { $0 >= UInt8(ascii: "A") } }
        if let script { return Self.rightToLeftScripts.contains(script) }
        return Self.rightToLeftLanguages.contains(base.code)
    }

    // Own tables: Foundation's `characterDirection` overlooks the script of tags such as `az-Arab`.
    private static let rightToLeftScripts: Set<Substring> = [
        "Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa",
    ]
    private static let rightToLeftLanguages: Set<String> = [
        "ar", "arc", "arz", "ary", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "haz", "he", "hnd", "ks", "lrc", "luz", "mzn",
        "nqo",
        "prs", "ps", "rhg", "sd", "skr", "syr", "ug", "ur", "yi",
    ]

    /// The locale whose habits the words of this language follow. English is that of the United Nations: day before month, 24 hours.
    var locale: Locale {
        self == .english ? Locale(identifier: "en_GB") : Locale(identifier: code)
    }
}
