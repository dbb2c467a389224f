/// How long an answer may serve everybody, and what makes it old.
public struct CachePolicy: Sendable, Hashable {
    /// The names of the topics it was made from: when one moves, it is made anew.
    public let topics: Set<String>
    /// How long a shared cache (ours, a CDN) may serve it without asking.
    public let maxAge: Duration
    /// How long a browser may; zero lets it ask each time, which costs a 304 without a body.
    public let browserMaxAge: Duration
    /// How much longer a CDN may serve it while it fetches a new one.
    public let staleWhileRevalidate: Duration
    /// How much longer a CDN may serve it while the site is down.
    public let staleIfError: Duration

    /// A policy. Without topics the page only grows old by the clock.
    public init(
        topics: Set<String>, maxAge: Duration = .seconds(60), browserMaxAge: Duration = .zero, staleWhileRevalidate: Duration = .zero,
        staleIfError: Duration = .seconds(86400)
    ) {
        self.topics = topics
        self.maxAge = maxAge
        self.browserMaxAge = browserMaxAge
        self.staleWhileRevalidate = staleWhileRevalidate
        self.staleIfError = staleIfError
    }

    /// The `Cache-Control` header: RFC 9111 section 5.2.2, RFC 5861.
    var header: String {
        var parts = ["public", "max-age=\(browserMaxAge.components.seconds)", "s-maxage=\(maxAge.components.seconds)"]
        if staleWhileRevalidate > .zero { parts.append("stale-while-revalidate=\(staleWhileRevalidate.components.seconds)") }
        if staleIfError > .zero { parts.append("stale-if-error=\(staleIfError.components.seconds)") }
        return parts.joined(separator: ", ")
    }
}
