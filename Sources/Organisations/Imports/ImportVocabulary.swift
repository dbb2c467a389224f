internal import Geography
internal import Storage
internal import Text
internal import Web

/// What the words of cells mean: codes, and names in each language of the pages, however they are written.
struct ImportVocabulary: Sendable {
    let countries: [String: Country]
    let categories: [String: Category]
    let themes: [String: String]
    let areas: [String: Area]
    let languages: [String: Language]
    let catalogue: Catalogue

    /// The words of a site: its themes are data.
    init(_ catalogue: Catalogue, on db: any Reader) throws {
        self.catalogue = catalogue
        let translators = Language.interface.map(catalogue.translator)
        countries = Self.meanings(Country.all) { country in
            [country.code] + Language.interface.map { country.name(in: $0) } + ImportAliases.words(for: country)
        }
        categories = Self.meanings(Category.allCases) { category in
            [category.rawValue] + translators.map { category.name($0) } + ImportAliases.words(for: category)
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
            for word in words(value) where meanings[key(word)] == nil { meanings[key(word)] = value }
        }
    }

    /// `Burkina-Faso` and `Burkina Faso`, `Côte d’Ivoire` and `Cote d Ivoire` are one, as are `U.K.` and `UK`.
    static func key(_ word: String) -> String {
        let plain = Folding.key(word).unicodeScalars.filter { $0 != "." }.map { scalar -> Unicode.Scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" ? scalar : " "
        }
        let key = String(String.UnicodeScalarView(plain)).split(separator: " ").joined(separator: " ")
        return key.isEmpty ? Folding.key(word) : key
    }

    /// The value of a cell; one that means nothing is a problem with that key.
    func one<Value>(_ name: String, _ meanings: [String: Value], _ key: String, _ check: inout FormCheck) -> Value? {
        guard let typed = check.line(name, max: 200) else { return nil }
        let found = meanings[Self.key(typed)]
        if found == nil { check.fail(name, key, [.words(typed)]) }
        return found
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
        languages[Self.key(word)] ?? Language(word)
    }

    /// What stands between the bars of a cell; where there is none, between its semicolons.
    static func parts(_ cell: String) -> [String] {
        let mark: Character = cell.contains("|") ? "|" : ";"
        return cell.split(separator: mark).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }
}
