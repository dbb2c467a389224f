public import Text
public import Time

/// A row of the graph: something with a page of its own, of whatever feature.
public struct Thing: Sendable, Hashable {
    /// What it is: `campaign`, `organisation`, `action`… Each feature names its own.
    public struct Kind: Sendable, Hashable, ExpressibleByStringLiteral {
        /// The word that stands in the table.
        public let name: String

        /// A kind by its word.
        public init(stringLiteral name: String) {
            self.name = name
        }

        init(_ name: String) {
            self.name = name
        }
    }

    /// Who may see that it exists.
    public enum Visibility: String, Sendable {
        /// Everybody, search engines included.
        case everyone
        /// Nobody but those who keep it; it appears in no list, count or suggestion.
        case hidden
    }

    /// What the thing is called in one language.
    public struct Words: Sendable, Hashable {
        /// The heading of its page.
        public let title: String
        /// One or two sentences.
        public let summary: String

        /// A title and a summary.
        public init(title: String, summary: String) {
            self.title = title
            self.summary = summary
        }
    }

    /// What it is.
    public let kind: Kind
    /// Its key in the table of its feature.
    public let id: Int64
    /// What stands in its address, unique among its kind.
    public let slug: String
    /// Who may see it.
    public let visibility: Visibility
    /// ISO 3166-1 alpha-2, if it belongs to one country.
    public let country: String?
    /// When it begins or was opened, if it has such a moment.
    public let startsAt: Instant?
    /// When it ends or was closed.
    public let endsAt: Instant?
    /// Its titles and summaries, by language.
    public let words: [Language: Words]

    /// A thing as its feature describes it.
    public init(
        kind: Kind, id: Int64, slug: String, visibility: Visibility, country: String? = nil, startsAt: Instant? = nil,
        endsAt: Instant? = nil, words: [Language: Words]
    ) {
        self.kind = kind
        self.id = id
        self.slug = slug
        self.visibility = visibility
        self.country = country
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.words = words
    }
}
