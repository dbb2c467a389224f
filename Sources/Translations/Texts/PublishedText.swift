internal import Foundation
internal import Secrets
public import Text

/// A text that the site shows in several languages, as it is published now: the words of a campaign, a standard page.
public struct PublishedText: Sendable, Hashable {
    /// Which text it is.
    public let key: TextKey
    /// What is published, by language.
    public let versions: [Language: Version]

    /// What is published in one language.
    public struct Version: Sendable, Hashable {
        /// The words of each field.
        public let words: TextWords
        /// Whether a machine translated it and nobody has checked it: readers are told.
        public let isMachine: Bool

        /// A version.
        public init(words: TextWords, isMachine: Bool) {
            self.words = words
            self.isMachine = isMachine
        }
    }

    /// A text with its versions.
    public init(key: TextKey, versions: [Language: Version]) {
        self.key = key
        self.versions = versions
    }
}

/// Which text: of which source, and what it is called there.
public struct TextKey: Sendable, Hashable {
    /// The noun of the source: `campaign`, `page`.
    public let kind: String
    /// What stands in the text's own address.
    public let slug: String

    /// The key of a text.
    public init(kind: String, slug: String) {
        self.kind = kind
        self.slug = slug
    }
}

/// The words of a text in one language, by the name of the field.
public struct TextWords: Sendable, Hashable {
    /// The words as they are typed, Markdown included.
    public var fields: [String: String]

    /// Words by field; fields without words are left out.
    public init(_ fields: [String: String] = [:]) {
        self.fields = fields.filter { !$0.value.isEmpty }
    }

    /// The words of a field; empty if there are none.
    public subscript(_ field: String) -> String { fields[field] ?? "" }

    /// Tells two versions apart: SHA-256 over every field.
    var digest: String {
        Digest.hex(fields.sorted { $0.key < $1.key }.flatMap { Array($0.key.utf8) + [0] + Array($0.value.utf8) + [0] })
    }
}

/// A field of a text.
public struct TextField: Sendable, Hashable {
    /// Its name in forms: `title`, `body`; the catalogue's `translations.field.{name}` is its label.
    public let name: String
    /// The most characters.
    public let limit: Int
    /// How many lines a form shows; one for a heading.
    public let rows: Int

    /// A field.
    public init(_ name: String, limit: Int, rows: Int = 1) {
        self.name = name
        self.limit = limit
        self.rows = rows
    }
}
