/// Where something is written to.
public enum Destination: Sendable, Hashable {
    /// A file. One that is there is only written over if that is asked for.
    case file(String, isReplacing: Bool)
    /// Standard output.
    case standardOutput

    /// The destination that a person names: a path, or `-` for standard output.
    public init(_ name: String, isReplacing: Bool = false) {
        self = name == "-" ? .standardOutput : .file(name, isReplacing: isReplacing)
    }
}

extension Destination: CustomStringConvertible {
    /// The place in words.
    public var description: String {
        switch self {
        case .file(let path, _): path
        case .standardOutput: "standard output"
        }
    }
}
