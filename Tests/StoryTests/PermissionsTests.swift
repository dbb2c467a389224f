import App
import Testing
import Web

/// Who may do what: every route of the site stands here, or a test fails.
@Suite struct Permissions {
    /// Method, pattern, who may enter.
    static let table: Set<String> = [
        "GET / everyone",
        "GET /{language} everyone",
        "GET /{language}/{page} everyone",
        "GET /{language}/campaigns everyone",
        "GET /{language}/campaigns/{slug} everyone",
        "GET /campaigns/{slug}/count.json everyone",
        "GET /campaigns/{slug}/countries.json everyone",
        "GET /{language}/campaigns/{slug}/signatures everyone",
        "POST /{language}/campaigns/{slug}/signatures everyone",
        "GET /{language}/campaigns/{slug}/signatures/{handle} everyone",
        "POST /{language}/campaigns/{slug}/signatures/{handle}/confirmation everyone",
        "GET /{language}/campaigns/{slug}/thanks everyone",
        "GET /{language}/signatures/{token} everyone",
        "POST /{language}/signatures/{token} everyone",
        "POST /{language}/signatures/{token}/confirmation everyone",
        "POST /{language}/signatures/{token}/withdrawal everyone",
        "GET /health/live everyone",
        "GET /health/ready everyone",
        "GET /metrics everyone",
        "GET /robots.txt everyone",
        "GET /sitemap.xml everyone",
    ]

    @Test func everyRouteIsInTheTableAndNoOther() async throws {
        try await TestSite.with { site in
            let bound = Set(site.live.routes.map { "\($0.method.rawValue) \($0.pattern) \($0.access)" })
            #expect(bound.subtracting(Self.table).isEmpty, "routes that the table does not name")
            #expect(Self.table.subtracting(bound).isEmpty, "rows of the table without a route")
        }
    }

    @Test func everyRouteWithASecretKeepsItOutOfTheLog() async throws {
        try await TestSite.with { site in
            for route in site.live.routes {
                let named = ["token", "handle"].filter { route.pattern.contains("{\($0)}") }
                #expect(route.secret == Set(named), "\(route.pattern)")
            }
        }
    }
}
