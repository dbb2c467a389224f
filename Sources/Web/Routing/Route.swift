public import HTML
internal import Text

/// The address of a page or of a form, as a value that prints it: `CampaignRoutes.page.path(.french, "floors")` → `/fr/campaigns/floors`.
/// Its parameters are typed; a request whose segments do not fit the types finds nothing.
public struct Route<each Parameter: PathParameter>: Sendable {
    /// What a request wants to do there.
    public let method: Method
    /// The address with names in braces. The names are for the reader, and for `secret`.
    public let pattern: String
    /// The query parameters that the page reads. Any other is ignored, and does not make another page in the cache.
    public let query: [String]
    /// The names in the pattern whose values must not reach a log.
    public let secret: Set<String>

    let parts: RoutePattern
    let beginsWithLanguage: Bool

    /// A route of this site. Traps if the pattern has not as many names as there are parameters, or `secret` is not among them.
    public init(_ method: Method, _ pattern: String, query: [String] = [], secret: Set<String> = []) {
        self.method = method
        self.pattern = pattern
        self.query = query
        self.secret = secret
        parts = RoutePattern(pattern)
        var types: [any PathParameter.Type] = []
        for type in repeat (each Parameter).self {
            types.append(type)
        }
        let names = parts.names
        guard names.count == types.count else { preconditionFailure("“\(pattern)” has \(names.count) names for \(types.count) parameters") }
        guard secret.isSubset(of: names) else { preconditionFailure("“\(pattern)” does not have every name of \(secret)") }
        if case .parameter? = parts.segments.first { beginsWithLanguage = types.first is Language.Type } else { beginsWithLanguage = false }
    }

    /// The address with these values.
    public func path(_ parameters: repeat each Parameter) -> URLPath {
        var values: [String] = []
        for parameter in repeat each parameters {
            values.append(parameter.segment)
        }
        return URLPath(segments: parts.filled(values))
    }

    /// The values that decoded segments stand for, in the order of the names; nil if one does not fit its type.
    func parameters(from segments: [String]) -> (repeat each Parameter)? {
        var rest = segments[...]
        func next<Value: PathParameter>(_ type: Value.Type) throws -> Value {
            guard let segment = rest.popFirst(), let value = Value(segment: segment) else { throw DoesNotFit() }
            return value
        }
        do { return (repeat try next((each Parameter).self)) } catch { return nil }
    }
}

private struct DoesNotFit: Error {}

/// A route without parameters, such as `/robots.txt`.
public typealias FixedRoute = Route<>
