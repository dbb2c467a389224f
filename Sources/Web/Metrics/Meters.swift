internal import CoreMetrics
internal import Synchronization
internal import Time

/// What is counted of requests: by route and class of status, never by address, so that the number of series stays small.
final class Meters: Sendable {
    let hits: Counter
    let misses: Counter
    private let factory: any MetricsFactory
    private let routes = Mutex<[String: Counter]>([:])
    private let timers = Mutex<[String: CoreMetrics.Timer]>([:])

    init(_ factory: any MetricsFactory) {
        self.factory = factory
        hits = Counter(label: "page_cache_requests_total", dimensions: [("outcome", "hit")], factory: factory)
        misses = Counter(label: "page_cache_requests_total", dimensions: [("outcome", "miss")], factory: factory)
    }

    /// Counts an answered request.
    func record(_ method: String, _ route: String?, _ status: Int, _ duration: Duration) {
        let route = route ?? "none"
        // Methods are the client's words: those that no route has are counted together.
        let method = Method(rawValue: method) != nil || method == "HEAD" ? method : "other"
        let statusClass = "\(status / 100)xx"
        counter(method, route, statusClass).increment()
        timer(route).recordNanoseconds(duration.nanoseconds)
    }

    private func counter(_ method: String, _ route: String, _ status: String) -> Counter {
        routes.withLock { routes in
            let key = "\(method) \(route) \(status)"
            if let counter = routes[key] { return counter }
            let dimensions = [("method", method), ("route", route), ("status", status)]
            let counter = Counter(label: "http_requests_total", dimensions: dimensions, factory: factory)
            routes[key] = counter
            return counter
        }
    }

    private func timer(_ route: String) -> CoreMetrics.Timer {
        timers.withLock { timers in
            if let timer = timers[route] { return timer }
            let timer = CoreMetrics.Timer(label: "http_request_seconds", dimensions: [("route", route)], factory: factory)
            timers[route] = timer
            return timer
        }
    }
}
