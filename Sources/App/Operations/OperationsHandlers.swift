internal import Foundation
internal import Graph
internal import HTML
internal import Storage
internal import Text
internal import Web

/// Answers for machines: health, metrics, robots, site map.
struct OperationsHandlers: Sendable {
    let database: Database
    let base: WebURL
    let languages: @Sendable () -> [Language]
    let metrics: PrometheusMetrics
    let metricsReaders: [AddressRange]
    /// Pages that are no things of the graph.
    let fixedPages: [@Sendable (Language) -> URLPath]
    /// Where a thing of a kind has its page.
    let addresses: [Thing.Kind: @Sendable (Language, String) -> URLPath]

    /// The program runs.
    func live(_ visit: Visit) async throws -> Answer {
        .text("ok\n")
    }

    /// The program can serve: its database answers.
    func ready(_ visit: Visit) async throws -> Answer {
        do {
            try await database.ping()
            return .text("ok\n")
        } catch {
            throw WebFailure.unavailable("\(error)")
        }
    }

    /// Prometheus text, for those that the setting names; for others the page does not exist.
    func metrics(_ visit: Visit) async throws -> Answer {
        guard metricsReaders.contains(where: { $0.contains(visit.client) }) else { throw WebFailure.notFound }
        return .text(metrics.text())
    }

    func robots(_ visit: Visit) async throws -> Answer {
        .text("User-agent: *\nDisallow: /*/signatures/\nSitemap: \(base.appending(AppRoutes.sitemap.path()))\n")
            .cached(CachePolicy(topics: []))
    }

    /// Every public page in every language that the site offers (sitemaps.org protocol 0.9, at most 50,000 addresses).
    func sitemap(_ visit: Visit) async throws -> Answer {
        let languages = languages()
        let limit = 50_000 / languages.count - fixedPages.count
        let things = try await database.read { try GraphStore.addresses(limit: limit, on: $0) }
        var pages = fixedPages
        for thing in things {
            guard let address = addresses[thing.kind] else { continue }
            pages.append { address($0, thing.slug) }
        }
        let urls = pages.flatMap { page in
            languages.map { language in SitemapEntry(page: page, language: language, languages: languages, base: base).xml }
        }
        let xml: HTML = """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
            \(urls)</urlset>

            """
        return .bytes(HTML(trusted: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").utf8 + xml.utf8, type: "application/xml; charset=utf-8")
            .cached(CachePolicy(topics: ["site", "things"]))
    }
}

/// A page in one language, with its other languages beside.
private struct SitemapEntry {
    let page: @Sendable (Language) -> URLPath
    let language: Language
    let languages: [Language]
    let base: WebURL

    var xml: HTML {
        let others = languages.map { language -> HTML in
            "<xhtml:link rel=\"alternate\" hreflang=\"\(language.code)\" href=\"\(base.appending(page(language)))\"/>"
        }
        return "<url><loc>\(base.appending(page(language)))</loc>\(others)</url>\n"
    }
}
