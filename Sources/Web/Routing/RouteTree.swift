/// The routes by their segments. Of two that fit, the one with the fixed text wins, then fixed text around a name, then a bare name.
struct RouteTree: Sendable {
    /// What an address leads to.
    enum Match {
        case found(BoundRoute, [String])
        /// There is something at this address, not for this method.
        case otherMethods([Method])
        case nothing
    }

    private struct Affixed: Sendable {
        let prefix: String
        let suffix: String
        var node: Node
    }

    private struct Node: Sendable {
        var literals: [String: Node] = [:]
        var affixed: [Affixed] = []
        var parameter: [Node] = []
        var bound: [Method: BoundRoute] = [:]
    }

    private var root = Node()

    init(_ table: RouteTable) {
        for route in table.routes {
            Self.insert(route, route.parts.segments[...], into: &root)
        }
    }

    /// Looks up the percent-decoded segments of an address.
    func match(_ method: Method, _ segments: [String]) -> Match {
        var others: Set<Method> = []
        var captured: [String] = []
        if let route = Self.find(method, segments[...], below: root, &captured, &others) { return .found(route, captured) }
        return others.isEmpty ? .nothing : .otherMethods(Method.allCases.filter(others.contains))
    }

    private static func insert(_ route: BoundRoute, _ segments: ArraySlice<RoutePattern.Segment>, into node: inout Node) {
        guard let segment = segments.first else {
            node.bound[route.method] = route
            return
        }
        let rest = segments.dropFirst()
        switch segment {
        case .literal(let text):
            insert(route, rest, into: &node.literals[text, default: Node()])
        case .parameter(_, "", ""):
            if node.parameter.isEmpty { node.parameter = [Node()] }
            insert(route, rest, into: &node.parameter[0])
        case .parameter(_, let prefix, let suffix):
            let place = node.affixed.firstIndex { $0.prefix == prefix && $0.suffix == suffix }
            if place == nil { node.affixed.append(Affixed(prefix: prefix, suffix: suffix, node: Node())) }
            insert(route, rest, into: &node.affixed[place ?? node.affixed.count - 1].node)
        }
    }

    private static func find(
        _ method: Method, _ segments: ArraySlice<String>, below node: Node, _ captured: inout [String], _ others: inout Set<Method>
    ) -> BoundRoute? {
        guard let segment = segments.first else {
            others.formUnion(node.bound.keys)
            return node.bound[method]
        }
        let rest = segments.dropFirst()
        if let next = node.literals[segment], let route = find(method, rest, below: next, &captured, &others) { return route }
        for affixed in node.affixed {
            guard let value = segment.between(affixed.prefix, affixed.suffix) else { continue }
            captured.append(value)
            if let route = find(method, rest, below: affixed.node, &captured, &others) { return route }
            captured.removeLast()
        }
        for next in node.parameter {
            captured.append(segment)
            if let route = find(method, rest, below: next, &captured, &others) { return route }
            captured.removeLast()
        }
        return nil
    }
}

extension String {
    /// What stands between a beginning and an end, compared by bytes; nil if it does not have them or nothing is between.
    fileprivate func between(_ prefix: String, _ suffix: String) -> String? {
        let length = utf8.count - prefix.utf8.count - suffix.utf8.count
        guard length > 0, utf8.starts(with: prefix.utf8), utf8.reversed().starts(with: suffix.utf8.reversed()) else { return nil }
        return String(Substring(utf8.dropFirst(prefix.utf8.count).prefix(length)))
    }
}
