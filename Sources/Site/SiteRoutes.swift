internal import Files
public import Storage
public import Text
internal import Time
public import Web

/// The addresses of the pages that every site has.
public enum SiteRoutes {
    /// A standard page: `/fr/why`, `/en/privacy`…
    public static let page = Route<Language, StandardPage>(.get, "/{language}/{page}")
    /// The logo, under an address that changes with it.
    public static let logo = Route<String>(.get, "/logo/{digest}")
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

    /// The logo. A former one is gone.
    public func logo(_ visit: Visit, _ digest: String) async throws -> Answer {
        let found = try await database.read { db -> (StoredFile, [UInt8])? in
            guard let logo = try SiteStore.settings(on: db).logo, logo.digest == digest else { return nil }
            return try FileStore.content(of: logo.id, on: db).map { (logo, $0) }
        }
        guard let (logo, content) = found else { throw WebFailure.notFound }
        return Answer.bytes(content, type: logo.kind.mediaType)
            .cached(CachePolicy(topics: ["site"], maxAge: .days(1), browserMaxAge: .days(365)))
    }

    /// A standard page in the reader's language.
    public func page(_ visit: Visit, _ language: Language, _ page: StandardPage) async throws -> Answer {
        let own = try await database.read { try SiteStore.text(of: page, in: language, on: $0) }
        guard let text = own ?? pages.text(of: page, in: language) else { throw WebFailure.notFound }
        return .page(SitePages.standard(page, text, site.settings, visit.translator)).cached(CachePolicy(topics: ["site"]))
    }
}
