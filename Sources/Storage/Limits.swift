/// How much of the machine and of a server the database may use.
public struct Limits: Sendable, Hashable {
    /// Connections that read at the same time; opened when needed.
    public let readers: Int
    /// PostgreSQL connections that write at the same time; SQLite always has one.
    public let writers: Int
    /// The most writes in one commit; nil is the engine's own default.
    public let group: Int?

    /// Limits, each at least one.
    public init(readers: Int = 4, writers: Int = 3, group: Int? = nil) {
        precondition(readers > 0 && writers > 0 && group != 0, "a limit is at least one")
        self.readers = readers
        self.writers = writers
        self.group = group
    }
}
