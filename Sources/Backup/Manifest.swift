internal import Storage
public import Time

/// What a backup says about itself.
public struct Manifest: Sendable, Hashable, Codable {
    /// When it was begun, in milliseconds since 1970.
    private let madeAt: Int64
    /// The engine that the site ran on; any other can take it.
    public let engine: String
    /// The migrations that the database had seen, sorted.
    public let migrations: [String]

    init(at moment: Instant, engine: Engine, migrations: [String]) {
        madeAt = moment.milliseconds
        self.engine = engine.rawValue
        self.migrations = migrations
    }

    /// When it was begun.
    public var moment: Instant { Instant(milliseconds: madeAt) }
}
