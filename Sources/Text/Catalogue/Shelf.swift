internal import struct Foundation.URL

/// What the files of a catalogue say, gathered language by language while they are read.
struct Shelf {
    private(set) var keys: Set<String> = []
    private(set) var wordings: [Language: [String: Wording]] = [:]
    private(set) var written: [Language: Set<String>] = [:]
    private(set) var places: [Language: [String: Set<Int>]] = [:]
    private let languages: [(language: Language, rule: PluralRule)]

    init(languages: [Language]) {
        self.languages = languages.map { ($0, PluralRule($0)) }
        for language in languages { wordings[language] = [:] }
    }

    /// Adds the words of a file; throws `CatalogueError`.
    mutating func add(_ file: URL) throws(CatalogueError) {
        let strings = try StringsFile(file)
        for (key, entry) in strings.strings {
            guard keys.insert(key).inserted else { throw .duplicateKey(key, file: file.path) }
            let reader = Reader(key: key, file: file, entry: entry)
            let source = try reader.source(strings.sourceLanguage)
            for (language, rule) in languages {
                if let wording = try reader.wording(in: language.code, rule: rule) {
                    wordings[language, default: [:]][key] = wording
                    places[language, default: [:]][key] = wording.places
                    written[language, default: []].insert(key)
                } else {
                    wordings[language, default: [:]][key] = source
                    if entry.shouldTranslate == false { written[language, default: []].insert(key) }
                }
            }
        }
    }
}

extension Shelf {
    /// Turns the localizations of one key into wordings.
    private struct Reader {
        let key: String
        let file: URL
        let entry: StringsFile.Entry

        /// The words that stand in for a language that has none: English or those of the file's own language, with the plural rule of their language.
        func source(_ code: String) throws(CatalogueError) -> Wording? {
            for language in [.english, Language(code)].compactMap(\.self) {
                if let words = try wording(in: language.code, rule: PluralRule(language)) { return words }
            }
            return nil
        }

        /// The words in a language; nil if a translator has not given them.
        func wording(in code: String, rule: PluralRule) throws(CatalogueError) -> Wording? {
            guard let localization = entry.localizations?[code] else { return nil }
            guard localization.substitutions == nil, localization.variations?.device == nil else { throw unsupported(code) }
            if let unit = localization.stringUnit {
                return unit.isWritten ? Wording(try template(unit, code), rule: rule) : nil
            }
            guard let plural = localization.variations?.plural else { return nil }
            guard let other = plural[PluralForm.other.rawValue] else { throw unsupported(code) }
            guard plural.values.allSatisfy(\.stringUnit.isWritten) else { return nil }
            var counted: [PluralForm: Template] = [:]
            for (name, form) in plural {
                guard let category = PluralForm(rawValue: name) else { throw unsupported(code) }
                counted[category] = try template(form.stringUnit, code)
            }
            return Wording(other: try template(other.stringUnit, code), counted: counted, rule: rule)
        }

        private func template(_ unit: StringsFile.Unit, _ code: String) throws(CatalogueError) -> Template {
            guard let template = Template(unit.value) else {
                throw .badPlaceholder(key: key, language: code, file: file.path)
            }
            return template
        }

        private func unsupported(_ code: String) -> CatalogueError {
            .unsupported(key: key, language: code, file: file.path)
        }
    }
}
