public import Storage
public import Text
public import Web

/// The addresses of the pages that every site has.
public enum SiteRoutes {
    /// A standard page: `/fr/why`, `/en/privacy`…
    public static let page = Route<Language, StandardPage>(.get, "/{language}/{page}")
}

extension StandardPage: PathParameter {}

/// Answers for the pages that every site has.
public struct SiteHandlers: Sendable {
    private let database: Database
    private let site: Site
    private let pages: StandardPages

    /// Handlers that read the site's own texts, or else the built-in ones.
    public init(database: Database, site: Site, pages: StandardPages) {
        self.database = database
        self.site = site
        self.pages = pages
    }

    /// A standard page in the reader's language.
    public func page(_ visit: Visit, _ language: Language, _ page: StandardPage) async throws -> Answer {
        let own = try await database.read { try SiteStore.text(of: page, in: language, on: $0) }
        guard let text = own ?? pages.text(of: page, in: language) else { throw WebFailure.notFound }
        return .page(SitePages.standard(page, text, site.settings, visit.translator)).cached(CachePolicy(topics: ["site"]))
    }
}
