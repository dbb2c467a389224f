/// `/{language}/campaigns/{slug}/count.json` in its parts. A segment holds at most one name, with fixed text around it if need be: `{slug}.ics`.
struct RoutePattern: Sendable, Hashable {
    enum Segment: Sendable, Hashable {
        case literal(String)
        case parameter(name: String, prefix: String, suffix: String)
    }

    let segments: [Segment]

    /// Traps where the pattern is malformed: it is written by a programmer.
    init(_ text: String) {
        guard text.utf8.first == UInt8(ascii: "/"), text == "/" || text.utf8.last != UInt8(ascii: "/") else {
            preconditionFailure("the pattern “\(text)” does not begin with / or ends with one")
        }
        segments = text.split(separator: "/").map { Self.segment($0, in: text) }
    }

    var names: [String] {
        segments.compactMap { if case .parameter(let name, _, _) = $0 { name } else { nil } }
    }

    /// The segments of an address with these values in the places of the names.
    func filled(_ values: [String]) -> [String] {
        var values = values[...]
        return segments.map { segment in
            switch segment {
            case .literal(let text): text
            case .parameter(_, let prefix, let suffix): prefix + (values.popFirst() ?? "") + suffix
            }
        }
    }

    private static func segment(_ text: Substring, in pattern: String) -> Segment {
        guard let open = text.firstIndex(of: "{") else {
            guard !text.contains("}") else { preconditionFailure("the pattern “\(pattern)” closes a brace that was not opened") }
            return .literal(String(text))
        }
        guard let close = text.firstIndex(of: "}"), open < close else {
            preconditionFailure("the pattern “\(pattern)” opens a brace that is not closed")
        }
        let suffix = text[text.index(after: close)...]
        guard !suffix.contains("{") else { preconditionFailure("a segment of “\(pattern)” holds two names") }
        return .parameter(name: String(text[text.index(after: open)..<close]), prefix: String(text[..<open]), suffix: String(suffix))
    }
}
