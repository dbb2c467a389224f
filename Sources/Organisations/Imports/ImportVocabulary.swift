internal import Geography
internal import Storage
internal import Text
internal import Web

/// What the words of cells mean: codes, and names in each language of the pages, however they are written.
struct ImportVocabulary: Sendable {
    private let categories: [String: Category]
    private let themes: [String: String]
    private let areas: [String: Area]
    private let languages: [String: Language]
    let catalogue: Catalogue

    /// The words of a site: its themes are data.
    init(_ catalogue: Catalogue, on db: any Reader) throws {
        self.catalogue = catalogue
        let translators = Language.interface.map(catalogue.translator)
        categories = Self.meanings(Category.allCases) { category in
            [category.rawValue] + translators.map { category.name($0) } + CategoryAliases.words(for: category)
        }
        let slugs = try OrganisationStore.themes(for: .english, on: db).map(\.slug)
        let titles = try Language.interface.flatMap { try OrganisationStore.themes(for: $0, on: db) }
        themes = Self.meanings(slugs) { slug in [slug] + titles.filter { $0.slug == slug }.map(\.title) }
        areas = Self.meanings(Region.allCases.map(Area.region) + Subregion.allCases.filter { $0 != .antarctica }.map(Area.subregion)) {
            area in [area.code] + Language.interface.map { area.name(in: $0) }
        }
        languages = Self.meanings(Language.interface) { language in [language.code, language.ownName] }
    }

    private static func meanings<Value>(_ values: [Value], words: (Value) -> [String]) -> [String: Value] {
        values.reduce(into: [:]) { meanings, value in
            for word in words(value) where meanings[Folding.words(word)] == nil { meanings[Folding.words(word)] = value }
        }
    }

    /// The value of a cell; one that means nothing is a problem with that key.
    func one<Value>(_ name: String, _ key: String, _ check: inout FormCheck, as make: (String) -> Value?) -> Value? {
        guard let typed = check.line(name, max: 200) else { return nil }
        let found = make(typed)
        if found == nil { check.fail(name, key, [.words(typed)]) }
        return found
    }

    /// A category by its code, its name or what lists call it.
    func category(_ word: String) -> Category? {
        categories[Folding.words(word)]
    }

    /// A theme by its slug or its title, as its slug.
    func theme(_ word: String) -> String? {
        themes[Folding.words(word)]
    }

    /// A region by its code or its name.
    func area(_ word: String) -> Area? {
        areas[Folding.words(word)]
    }

    /// The values of a cell with bars between them; the first that means nothing is a problem with that key.
    func many<Value>(_ name: String, _ key: String, _ check: inout FormCheck, as make: (String) -> Value?) -> [Value] {
        Self.parts(check.line(name, max: 2_000) ?? "").compactMap { part in
            let found = make(part)
            if found == nil { check.fail(name, key, [.words(part)]) }
            return found
        }
    }

    /// A language by its tag, or by what its speakers call it.
    func language(_ word: String) -> Language? {
        languages[Folding.words(word)] ?? Language(word)
    }

    /// What stands between the bars of a cell; where there is none, between its semicolons.
    static func parts(_ cell: String) -> [String] {
        let mark: Character = cell.contains("|") ? "|" : ";"
        return cell.split(separator: mark).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }
}
