public import Geography
public import Text
public import Web

/// What a reader of the directory looks for. Everything is optional; what is said holds together.
public struct DirectoryFilter: Sendable, Hashable {
    /// Words of the name, as typed.
    public var words: String?
    /// The category, with those beneath it.
    public var category: Category?
    /// The country of the seat.
    public var country: Country?
    /// Where it has its seat or works.
    public var area: Area?
    /// What it works on, by the slug of a theme.
    public var theme: String?
    /// A language it works in.
    public var language: Language?
    /// A network that it belongs to, by its slug.
    public var network: String?

    /// A filter that everything passes.
    public init() {}

    /// The longest words, in characters.
    static let longestWords = 100

    /// The names of its fields in the address.
    public static let fields = ["q", "category", "country", "region", "theme", "language", "network"]

    /// Reads the query of an address. Problems are collected in `check`; the part with a problem is left out.
    public init(_ check: inout FormCheck) {
        words = check.line("q", max: Self.longestWords)
        category = check.choice("category", as: Category.init(rawValue:))
        country = check.choice("country", as: Country.init(code:))
        area = check.choice("region", as: Area.init(code:))
        theme = check.line("theme", max: 60)
        language = check.choice("language", as: Language.init(_:))
        network = check.line("network", max: 100)
    }

    /// The same filter as names and values of an address, without what is not said.
    public var query: [(String, String)] {
        let values = [words, category?.rawValue, country?.code, area?.code, theme, language?.code, network]
        return zip(Self.fields, values).compactMap { name, value in value.map { (name, $0) } }
    }

    /// The same filter as values of a form.
    var values: [String: String] { Dictionary(query, uniquingKeysWith: { first, _ in first }) }

    /// Whether everything passes.
    var isEmpty: Bool { query.isEmpty }

    /// The same filter without, or with another, category.
    func under(_ category: Category?) -> DirectoryFilter {
        var filter = self
        filter.category = category
        return filter
    }
}
