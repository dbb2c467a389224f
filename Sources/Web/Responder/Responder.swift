public import CoreMetrics
internal import HTML
internal import HTTPTypes
internal import HummingbirdCore
public import Logging
public import Text
public import Time

/// The way of a request: page cache, access log, security headers, error pages, cross-origin guard, handler.
/// It answers requests from a socket (`WebServer`) and from tests (`reply(to:)`) alike.
public final class Responder: Sendable {
    let facts: SiteFacts
    let tree: RouteTree
    let cache: PageCache
    let flights = Flights()
    let translators: Translators
    let frame: Frame
    let errorPages: ErrorPages
    let crossOrigin: CrossOriginGuard
    let explain: @Sendable (any Error) -> WebFailure?
    let securityFields: HTTPFields
    let assets: AssetShelf
    let dates: DateLines
    let numbers: RequestNumbers
    let logger: Logger
    let meters: Meters

    /// A responder for these routes. `explain` may turn an error of storage into a failure that visitors understand (503).
    public init(
        _ facts: SiteFacts, routes: RouteTable, catalogue: Catalogue, frame: @escaping Frame, cache: PageCache = PageCache(),
        assets: AssetShelf = AssetShelf(), explain: @escaping @Sendable (any Error) -> WebFailure? = { _ in nil }, clock: Clock,
        numbers: RequestNumbers,
        logger: Logger, metrics: any MetricsFactory = NOOPMetricsHandler.instance
    ) {
        self.facts = facts
        tree = RouteTree(routes)
        self.cache = cache
        translators = Translators(catalogue, facts.languages)
        self.frame = frame
        errorPages = ErrorPages(facts: facts, translators: translators, frame: frame)
        crossOrigin = CrossOriginGuard(origin: facts.base.origin ?? "", sessionCookies: facts.sessionCookies)
        self.explain = explain
        let securityFields = SecurityHeaders.fields(isSecure: facts.base.isSecure)
        self.securityFields = securityFields
        self.assets = assets
        assets.dress(securityFields)
        dates = DateLines(clock)
        self.numbers = numbers
        self.logger = logger
        meters = Meters(metrics)
    }

    /// What can be answered at once: a file, or a page that is kept. It takes a lock for a moment and allocates next to nothing.
    func quick(_ request: HTTPRequest) -> QuickAnswer? {
        guard request.method == .get || request.method == .head, let target = request.path else { return nil }
        let (date, now) = dates.line()
        if let kept = cache.find(target, at: now) {
            meters.hits.increment()
            return kept.answer(to: request.headerFields, date: date)
        }
        return assets.answer(at: target)?.answer(to: request.headerFields, date: date)
    }

    /// Answers a request, whatever happens.
    func respond(to request: Request, peer: ClientAddress) async -> Response {
        if let quick = quick(request.head) { return quick.response(isHead: request.method == .head) }
        let begin = ContinuousClock.now
        var exchange = Exchange(request, peer: peer, id: numbers.next(), logger: logger)
        let response = await answer(&exchange)
        if !exchange.wasKept { note(exchange, response.status.code, begin.duration(to: .now)) }
        return response
    }

    /// One line a request, without query, tokens or addresses of people.
    private func note(_ exchange: Exchange, _ status: Int, _ duration: Duration) {
        meters.record(exchange.request.method.rawValue, exchange.route?.pattern, status, duration)
        exchange.logger.info(
            "\(exchange.request.method.rawValue) \(exchange.shownPath) \(status)",
            metadata: ["status": "\(status)", "milliseconds": "\(duration.milliseconds)"])
    }
}
