/// A name for something that caches depend on, such as `campaign/12` or `organisations`.
public struct Topic: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The name. It holds no line break and at most 500 bytes.
    public let name: String

    /// A topic of that name.
    public init(_ name: String) {
        precondition(name.utf8.count <= 500 && !name.utf8.contains(UInt8(ascii: "\n")), "a topic is a short name")
        self.name = name
    }

    /// A topic from a literal, with or without interpolated values.
    public init(stringLiteral name: String) {
        self.init(name)
    }

    /// The name.
    public var description: String { name }
}

/// What a commit changed.
public enum Changes: Sendable, Hashable {
    /// A write of this program, or of another that shares the PostgreSQL server, named these.
    case topics(Set<Topic>)
    /// Anything may have changed: another process wrote, or announcements may have been missed.
    case everything
}
