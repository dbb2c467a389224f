extension Thing {
    /// What names a thing in the words of its feature: its kind, and its key in that feature's table.
    public struct Key: Sendable, Hashable {
        /// What it is.
        public let kind: Kind
        /// Its key in the table of its feature.
        public let id: Int64

        /// The thing of that kind with that key.
        public init(_ kind: Kind, _ id: Int64) {
            self.kind = kind
            self.id = id
        }
    }

    /// What names this thing.
    public var key: Key { Key(kind, id) }

    /// How two things belong together, read from the first to the second: an organisation is `member` of a network.
    public struct Relation: Sendable, Hashable, ExpressibleByStringLiteral {
        /// The word that stands in the table.
        public let name: String

        /// A relation by its word.
        public init(stringLiteral name: String) {
            self.name = name
        }
    }
}
