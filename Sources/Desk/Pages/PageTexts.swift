public import HTML
public import Site
public import Storage
public import Text
public import Time
public import Translations
internal import Web

/// The standard pages as texts that are translated.
public struct PageTexts: TextSource {
    private let pages: StandardPages

    /// Texts of the site's own, and else those that come with the program.
    public init(_ pages: StandardPages) {
        self.pages = pages
    }

    /// What the log and addresses call them.
    public let kind = "page"
    /// The heading above them.
    public let title = "desk.pages.title"
    /// What a page consists of.
    public let fields = [
        TextField("title", limit: PageTextForm.longestTitle), TextField("summary", limit: PageTextForm.longestSummary, rows: 3),
        TextField("body", limit: PageTextForm.longestBody, rows: 24),
    ]

    /// Every page.
    public func texts(on db: any Reader) throws -> [PublishedText] {
        try StandardPage.allCases.map { try text($0, on: db) }
    }

    /// The page of that name.
    public func find(_ slug: String, on db: any Reader) throws -> PublishedText? {
        try StandardPage(rawValue: slug).map { try text($0, on: db) }
    }

    /// Where readers find it.
    public func address(of slug: String, _ language: Language) -> URLPath {
        SiteRoutes.page.path(language, StandardPage(rawValue: slug) ?? .why)
    }

    /// Where it is written.
    public func editor(of slug: String, in language: Language, reader: Language) -> URLPath {
        AdministrationRoutes.page.path(reader, StandardPage(rawValue: slug) ?? .why, language)
    }

    /// Becomes the site's own text.
    public func publish(_ version: PublishedText.Version, of slug: String, in language: Language, at now: Instant, on db: any Writer) throws
    {
        guard let page = StandardPage(rawValue: slug) else { return }
        let words = version.words
        let text = PageText(
            language: language, title: words["title"], summary: words["summary"], body: words["body"], isMachine: version.isMachine)
        try SiteStore.put(text, as: page, at: now, on: db)
    }

    /// A page's text, by field.
    static func words(_ text: PageText) -> TextWords {
        TextWords(["title": text.title, "summary": text.summary, "body": text.body])
    }

    private func text(_ page: StandardPage, on db: any Reader) throws -> PublishedText {
        var versions: [Language: PublishedText.Version] = [:]
        for language in Language.interface {
            guard let text = try SiteStore.text(of: page, in: language, on: db) ?? pages.text(of: page, in: language) else { continue }
            versions[language] = .init(words: Self.words(text), isMachine: text.isMachine)
        }
        return PublishedText(key: TextKey(kind: kind, slug: page.rawValue), versions: versions)
    }
}
