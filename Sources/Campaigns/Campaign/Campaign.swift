public import Geography
public import Graph
internal import Storage
public import Text
public import Time

/// A common demand that organisations endorse and people sign.
public struct Campaign: Sendable, Hashable, Identifiable {
    /// The row's key.
    public let id: Int64
    /// What stands in its address.
    public let slug: String
    /// Since when people can sign.
    public let openedAt: Instant
    /// Since when they no longer can, or nil while it is open.
    public let closedAt: Instant?
    /// Since when everybody may read it, or nil while it is a draft.
    public let publishedAt: Instant?
    /// Where it carries a common campaign into one country; nil if it is a common one itself.
    public let national: National?
    /// Numbers of people to reach one after the other, ascending.
    public let goals: [Int]
    /// What it says, in the languages it was written in; never empty.
    public let words: [Words]

    /// What a campaign says in one language.
    public struct Words: Sendable, Hashable {
        /// The language of these words.
        public let language: Language
        /// The heading.
        public let title: String
        /// One or two sentences under it.
        public let summary: String
        /// What people put their name to.
        public let demand: String
        /// The reasons, in Markdown.
        public let body: String
        /// Whether a machine translated them and nobody has checked it.
        public let isMachine: Bool

        /// Words in one language.
        public init(language: Language, title: String, summary: String, demand: String, body: String, isMachine: Bool = false) {
            self.language = language
            self.title = title
            self.summary = summary
            self.demand = demand
            self.body = body
            self.isMachine = isMachine
        }
    }

    /// How a national campaign hangs together with a common one. Each has its own page, demand and count.
    public struct National: Sendable, Hashable {
        /// The common campaign.
        public let common: Int64
        /// The country.
        public let country: Country
        /// The organisation that leads it, while it is in the directory.
        public let organisation: Int64?

        /// A national campaign of a common one.
        public init(common: Int64, country: Country, organisation: Int64?) {
            self.common = common
            self.country = country
            self.organisation = organisation
        }
    }

    /// A campaign with its words.
    public init(
        id: Int64, slug: String, openedAt: Instant, closedAt: Instant?, publishedAt: Instant?, national: National? = nil, goals: [Int],
        words: [Words]
    ) {
        self.id = id
        self.slug = slug
        self.openedAt = openedAt
        self.closedAt = closedAt
        self.publishedAt = publishedAt
        self.national = national
        self.goals = goals
        self.words = words
    }
}

extension Campaign {
    /// What the graph calls campaigns.
    public static let kind: Thing.Kind = "campaign"

    /// The words in that language, if it was written in it.
    public func words(in language: Language) -> Words? {
        words.first { $0.language == language }
    }

    /// The words for a reader of that language: in it, else in English, else in whatever language there is.
    public func words(for language: Language) -> Words {
        let inLanguage = words.first { $0.language == language }
        return inLanguage ?? words.first { $0.language == .english } ?? words[0]
    }

    /// Whether people can sign now.
    public var isOpen: Bool { closedAt == nil && !isDraft }

    /// Whether only its editors can read it.
    public var isDraft: Bool { publishedAt == nil }

    /// The number to reach next when so many have signed: the first goal above, or the last one when all are reached.
    public func nextGoal(above people: Int) -> Int? {
        goals.first { $0 > people } ?? goals.last
    }

    /// The topic that moves when its words or its counts change.
    public var topic: String { Self.topic(id).name }

    static func topic(_ id: Int64) -> Topic { "campaign/\(id)" }
}
