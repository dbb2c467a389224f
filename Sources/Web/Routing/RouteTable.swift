internal import Text

/// Every route of the site with its guard and its handler: the one list in which the site can be read.
public struct RouteTable: Sendable {
    /// What was bound, in order.
    public private(set) var routes: [BoundRoute] = []

    /// A table without routes.
    public init() {}

    /// Answers requests of a route that everybody may make. Traps if the same method and address is bound already.
    public mutating func bind<each Parameter: PathParameter>(
        _ route: Route<repeat each Parameter>, for everyone: Guard<Void>,
        _ handler: @escaping @Sendable (Visit, repeat each Parameter) async throws -> Answer
    ) {
        add(route, access: everyone.name) { visit, segments in
            guard let parameters = route.parameters(from: segments) else { throw WebFailure.notFound }
            try await everyone.admit(visit)
            return try await handler(visit, repeat each parameters)
        }
    }

    /// Answers requests of a route below a guard, with the context that the guard made. Traps as above.
    public mutating func bind<Context: Sendable, each Parameter: PathParameter>(
        _ route: Route<repeat each Parameter>, for guarding: Guard<Context>,
        _ handler: @escaping @Sendable (Visit, Context, repeat each Parameter) async throws -> Answer
    ) {
        add(route, access: guarding.name) { visit, segments in
            guard let parameters = route.parameters(from: segments) else { throw WebFailure.notFound }
            let context = try await guarding.admit(visit)
            return try await handler(visit, context, repeat each parameters)
        }
    }

    private mutating func add<each Parameter: PathParameter>(
        _ route: Route<repeat each Parameter>, access: String, answer: @escaping BoundRoute.Handler
    ) {
        let bound = BoundRoute(
            method: route.method, pattern: route.pattern, access: access, query: route.query, secret: route.secret, parts: route.parts,
            beginsWithLanguage: route.beginsWithLanguage, answer: answer)
        guard !routes.contains(where: { $0.shape == bound.shape && $0.method == bound.method }) else {
            preconditionFailure("\(route.method.rawValue) \(route.pattern) is bound twice")
        }
        routes.append(bound)
    }
}

/// A route with its guard and its handler.
public struct BoundRoute: Sendable {
    typealias Handler = @Sendable (Visit, [String]) async throws -> Answer

    /// What a request wants to do there.
    public let method: Method
    /// The address with names in braces.
    public let pattern: String
    /// The name of the guard.
    public let access: String
    /// The query parameters that the page reads.
    public let query: [String]
    /// The names whose values must not reach a log.
    public let secret: Set<String>

    let parts: RoutePattern
    let beginsWithLanguage: Bool
    let answer: Handler

    /// Whether one answer may serve everybody.
    var isShareable: Bool { method == .get && access == Guard<Void>.everyone.name }

    /// The pattern without its names: what two routes must not have in common.
    var shape: [RoutePattern.Segment] {
        parts.segments.map {
            if case .parameter(_, let prefix, let suffix) = $0 { .parameter(name: "", prefix: prefix, suffix: suffix) } else { $0 }
        }
    }

    /// The address of a request for the log: the values of secret names are left out.
    func redacted(_ segments: [String]) -> String {
        let shown = zip(parts.names, segments).map { secret.contains($0) ? "…" : $1 }
        return "/" + parts.filled(shown).joined(separator: "/")
    }
}
