internal import Text
internal import Web

/// The addresses that belong to no feature.
enum AppRoutes {
    static let home = Route<Language>(.get, "/{language}")
    static let live = FixedRoute(.get, "/health/live")
    static let ready = FixedRoute(.get, "/health/ready")
    static let metrics = FixedRoute(.get, "/metrics")
    static let robots = FixedRoute(.get, "/robots.txt")
    static let sitemap = FixedRoute(.get, "/sitemap.xml")
}
