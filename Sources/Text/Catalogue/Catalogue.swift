public import struct Foundation.URL

/// The words of the program in every language of its pages, from `.xcstrings` files with symbolic keys (`campaign.sign.title`).
public struct Catalogue: Sendable {
    /// The languages that a translator can be had for.
    public let languages: [Language]
    /// Every key of every file.
    public let keys: Set<String>

    private let translators: [Language: Translator]
    private let fallback: Translator
    private let written: [Language: Set<String>]
    private let places: [Language: [String: Set<Int>]]

    /// Reads and merges the files. Throws if one cannot be read or two hold the same key.
    /// A key without words in a language is served in English, else in the language of its file; `gaps()` finds them.
    public init(files: [URL], languages: [Language] = Language.interface) throws(CatalogueError) {
        var shelf = Shelf(languages: languages)
        for file in files {
            try shelf.add(file)
        }
        let translators = Dictionary(uniqueKeysWithValues: shelf.wordings.map { ($0, Translator(language: $0, wordings: $1)) })
        self.languages = languages
        self.keys = shelf.keys
        self.written = shelf.written
        self.places = shelf.places
        self.translators = translators
        self.fallback =
            translators[.english] ?? languages.first.flatMap { translators[$0] } ?? Translator(language: .english, wordings: [:])
    }

    /// Reads every `.xcstrings` file of the program's targets. Throws also if there is none.
    public init(resources: ResourceFolder) throws(CatalogueError) {
        let files: [URL]
        do { files = try resources.files(withExtension: "xcstrings") } catch {
            throw .unreadable(file: resources.url.path, reason: error.description)
        }
        guard !files.isEmpty else { throw .none(folder: resources.url.path) }
        try self.init(files: files)
    }

    /// The words in a language, or in its base language (`fr` for `fr-CA`), else in English: its `language` says which.
    public func translator(for language: Language) -> Translator {
        translators[language] ?? translators[language.base] ?? fallback
    }

    /// A key whose words are missing in a language.
    public struct Gap: Hashable, Sendable, CustomStringConvertible {
        /// The key.
        public let key: String
        /// The language without words for it, or whose words differ from the others' in their arguments.
        public let language: Language

        /// `campaign.sign.title (nl)`
        public var description: String { "\(key) (\(language))" }
    }

    /// Every key that lacks words in a language, sorted: no entry, an empty one, or one still marked `new`.
    public func gaps() -> [Gap] {
        languages.flatMap { language in
            keys.subtracting(written[language] ?? []).sorted().map { Gap(key: $0, language: language) }
        }
    }

    /// Every key whose words in a language have places for other arguments than in the first language, sorted. For the tests of the house.
    public func disagreements() -> [Gap] {
        guard let first = languages.first, let model = places[first] else { return [] }
        return languages.dropFirst().flatMap { language in
            (places[language] ?? [:]).filter { key, places in places != model[key] ?? places }.keys.sorted()
                .map { Gap(key: $0, language: language) }
        }
    }
}
