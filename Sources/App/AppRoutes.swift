internal import Text
internal import Web

/// The addresses that belong to no feature.
enum AppRoutes {
    static let door = Route< >(.get, "/")
    static let home = Route<Language>(.get, "/{language}")
    static let live = Route< >(.get, "/health/live")
    static let ready = Route< >(.get, "/health/ready")
    static let metrics = Route< >(.get, "/metrics")
    static let robots = Route< >(.get, "/robots.txt")
    static let sitemap = Route< >(.get, "/sitemap.xml")
}
