public import Geography
public import Graph
public import HTML
public import Storage
public import Text
public import Time

/// A union, mutual, movement, institution or network: who stands behind the coalition, and whom it works with.
public struct Organisation: Sendable, Hashable, Identifiable {
    /// The row's key.
    public let id: Int64
    /// What stands in its address.
    public let slug: String
    /// When it was entered.
    public let createdAt: Instant
    /// When it was last changed.
    public let changedAt: Instant
    /// What is known about it.
    public let facts: Facts

    /// An organisation as it is stored.
    public init(id: Int64, slug: String, createdAt: Instant, changedAt: Instant, facts: Facts) {
        self.id = id
        self.slug = slug
        self.createdAt = createdAt
        self.changedAt = changedAt
        self.facts = facts
    }
}

extension Organisation {
    /// What is known about an organisation: what a form, an import or the demo writes.
    public struct Facts: Sendable, Hashable {
        /// What it is.
        public var category: Category
        /// Where it has its seat; nil for international ones.
        public var country: Country?
        /// Who may see that it exists: hidden for those at risk.
        public var visibility: Thing.Visibility
        /// What it is called, in at least one language; each language once.
        public var names: [Name]
        /// What it says about itself in Markdown, by language.
        public var profiles: [Language: String]
        /// Its own site.
        public var website: WebURL?
        /// The domain of its mailboxes, which moderators set. Never public.
        public var domain: String?
        /// The languages it works in.
        public var languages: [Language]
        /// What it works on, by the slugs of themes.
        public var themes: [String]
        /// Where it works.
        public var areas: [Area]
        /// How many people it says it represents.
        public var represented: Represented?

        /// Facts; everything but the category and the names may be unknown.
        public init(
            category: Category, country: Country? = nil, visibility: Thing.Visibility = .everyone, names: [Name],
            profiles: [Language: String] = [:], website: WebURL? = nil, domain: String? = nil, languages: [Language] = [],
            themes: [String] = [], areas: [Area] = [], represented: Represented? = nil
        ) {
            self.category = category
            self.country = country
            self.visibility = visibility
            self.names = names
            self.profiles = profiles
            self.website = website
            self.domain = domain
            self.languages = languages
            self.themes = themes
            self.areas = areas
            self.represented = represented
        }
    }

    /// What it is called in one language.
    public struct Name: Sendable, Hashable {
        /// The language of the name.
        public let language: Language
        /// The name in full.
        public let name: String
        /// Its letters, if it is known by them.
        public let acronym: String?

        /// A name in a language.
        public init(language: Language, name: String, acronym: String? = nil) {
            self.language = language
            self.name = name
            self.acronym = acronym
        }
    }

    /// How many people an organisation says it represents. Counted apart from people who signed, and never added up.
    public struct Represented: Sendable, Hashable {
        /// How many.
        public let people: Int
        /// In which year.
        public let year: Int
        /// Who says so.
        public let source: String

        /// A number with its year and source.
        public init(people: Int, year: Int, source: String) {
            self.people = people
            self.year = year
            self.source = source
        }
    }
}

extension Organisation {
    /// What the graph calls organisations.
    public static let kind: Thing.Kind = "organisation"
    /// How the graph says that an organisation belongs to a network.
    public static let membership: Thing.Relation = "member"

    /// What names it in the graph.
    public var key: Thing.Key { Thing.Key(Self.kind, id) }

    /// The name for a reader of that language: in it, else in English, else in whatever language there is.
    public func name(for reader: Language) -> Name { facts.name(for: reader) }

    /// The profile for a reader of that language, chosen in the same way; nil if nobody wrote one.
    public func profile(for reader: Language) -> (language: Language, text: String)? {
        let language = [reader, .english].first { facts.profiles[$0] != nil } ?? facts.profiles.keys.min { $0.code < $1.code }
        return language.flatMap { language in facts.profiles[language].map { (language, $0) } }
    }

    /// The topic that moves when it changes.
    public var topic: String { Self.topic(id).name }

    /// The same, by its key.
    public static func topic(_ id: Int64) -> Topic { "organisation/\(id)" }
}

extension Organisation.Facts {
    /// The name for a reader of that language: in it, else in English, else in whatever language there is.
    func name(for reader: Language) -> Organisation.Name {
        let inLanguage = names.first { $0.language == reader } ?? names.first { $0.language == .english }
        return inLanguage ?? names[0]
    }
}
