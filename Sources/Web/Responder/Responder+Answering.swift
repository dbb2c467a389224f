internal import CoreMetrics
internal import HTML
internal import HTTPTypes
internal import HummingbirdCore
internal import Text
internal import Time

extension Responder {
    /// Finds the route and answers; what goes wrong before a handler is an error page too.
    func answer(_ exchange: inout Exchange) async -> Response {
        do {
            let target = try RequestTarget(exchange.request.head.path ?? "")
            let (route, segments) = try find(target, &exchange)
            exchange.route = route
            exchange.shownPath = route.redacted(segments)
            if target.hasTrailingSlash { return send(withoutSlash(target), exchange) }
            if let other = inMainLanguage(target, route, segments) { return send(other, exchange) }
            let query = try target.pairs().filter { pair in route.query.contains { $0.utf8.elementsEqual(pair.name.utf8) } }
            let request = Bound(route: route, segments: segments, target: target, query: query)
            guard route.isShareable, !cache.isOff else { return send(await make(request, exchange), exchange) }
            return await share(request, &exchange)
        } catch {
            return send(.once(failed(error, exchange, language: nil)), exchange)
        }
    }

    /// A request with the route that answers it.
    struct Bound {
        let route: BoundRoute
        let segments: [String]
        let target: RequestTarget
        let query: [(name: String, value: String)]

        /// The same for every spelling of the same page.
        var key: String {
            let sorted = query.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }.map(\.element)
            return URLPath(segments: target.segments, query: sorted.map { ($0.name, $0.value) }).description
        }
    }

    private func find(_ target: RequestTarget, _ exchange: inout Exchange) throws(WebFailure) -> (BoundRoute, [String]) {
        switch tree.match(exchange.method ?? .get, target.segments) {
        case .found(let route, let captured):
            guard exchange.method != nil else { throw .methodNotAllowed([route.method]) }
            guard !route.beginsWithLanguage || facts.languages.contains(where: { $0.code == captured.first }) else { throw .notFound }
            return (route, captured)
        case .otherMethods(let methods):
            throw .methodNotAllowed(methods)
        case .nothing:
            throw .notFound
        }
    }

    /// To the same page in the main language, where a page is asked for in one that the site does not offer now: links in mails and bookmarks
    /// go on working. Not for ever, since the language may be offered again; and not for forms, whose words would be lost.
    private func inMainLanguage(_ target: RequestTarget, _ route: BoundRoute, _ segments: [String]) -> Made? {
        let choice = facts.choice()
        guard route.method == .get, route.beginsWithLanguage, !choice.offered.contains(where: { $0.code == segments.first }) else {
            return nil
        }
        let path = URLPath(segments: [choice.main.code] + target.segments.dropFirst()).description
        let location = target.query.map { "\(path)?\($0)" } ?? path
        return .once(Rendered(status: .seeOther, fields: [.location: location], bytes: []))
    }

    private func withoutSlash(_ target: RequestTarget) -> Made {
        let path = URLPath(segments: target.segments).description
        let location = target.query.map { "\(path)?\($0)" } ?? path
        return .once(Rendered(status: .permanentRedirect, fields: [.location: location], bytes: []))
    }

    /// Answers from the cache, or makes the answer once for all who ask for it now.
    private func share(_ bound: Bound, _ exchange: inout Exchange) async -> Response {
        let key = bound.key
        // Three times overtaken: the topics move faster than the page is made, and its reader has waited long enough.
        for _ in 0..<3 {
            let (date, now) = dates.line()
            if let kept = cache.find(key, at: now) {
                exchange.wasKept = true
                meters.hits.increment()
                return kept.response(to: exchange.request.headers, date: date, isHead: exchange.isHead)
            }
            switch flights.join(key) {
            case .leads(let flight):
                return await lead(flight, key, bound, exchange)
            case .waits(let flight):
                switch await flight.result() {
                case .shared(let ready):
                    exchange.wasKept = true
                    meters.hits.increment()
                    return ready.response(to: exchange.request.headers, date: dates.line().0, isHead: exchange.isHead)
                case .personal:
                    return send(await make(bound, exchange), exchange)
                case .overtaken:
                    continue
                }
            }
        }
        return send(await make(bound, exchange), exchange)
    }

    private func lead(_ flight: Flight, _ key: String, _ bound: Bound, _ exchange: Exchange) async -> Response {
        meters.misses.increment()
        let moment = cache.begin()
        let made = await make(bound, exchange)
        guard case .kept(let rendered, let policy) = made else {
            _ = cache.end(moment, key, nil, topics: [], until: Instant(milliseconds: 0))
            flights.land(key, flight, with: .personal)
            return send(made, exchange)
        }
        let ready = ReadyAnswer(rendered, .kept)
        let (date, now) = dates.line()
        let isTrue = cache.end(moment, key, ready, topics: policy.topics, until: now + policy.maxAge)
        flights.land(key, flight, with: isTrue ? .shared(ready) : .overtaken)
        return ready.response(to: exchange.request.headers, date: date, isHead: exchange.isHead)
    }
}
