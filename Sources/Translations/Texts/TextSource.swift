public import HTML
public import Storage
public import Text
public import Time

/// Where texts come from that are translated: each feature has its own.
public protocol TextSource: Sendable {
    /// The noun of the feature, as it stands in addresses and in the log: `campaign`.
    var kind: String { get }
    /// The key of the catalogue for the heading above its texts.
    var title: String { get }
    /// What each of its texts consists of; the first one is its heading.
    var fields: [TextField] { get }

    /// Every text as it is published.
    func texts(on db: any Reader) throws -> [PublishedText]
    /// One of them.
    func find(_ slug: String, on db: any Reader) throws -> PublishedText?
    /// Where readers find it.
    func address(of slug: String, _ language: Language) -> URLPath
    /// Where editors write it in a language, without another one beside it being followed.
    func editor(of slug: String, in language: Language, reader: Language) -> URLPath
    /// Puts words in the place of what is published in that language.
    func publish(_ version: PublishedText.Version, of slug: String, in language: Language, at now: Instant, on db: any Writer) throws
}
