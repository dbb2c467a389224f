public import Storage
internal import Synchronization

/// The settings in force, kept at hand since every page shows them, and read anew when they change.
public final class Site: Sendable {
    private let database: Database
    private let held: Mutex<SiteSettings>

    /// Reads the settings of this database.
    public init(database: Database) async throws {
        self.database = database
        held = Mutex(try await database.read { try SiteStore.settings(on: $0) })
    }

    /// The settings in force.
    public var settings: SiteSettings {
        held.withLock { $0 }
    }

    /// Reads them anew; called when the topic `site` moved.
    public func refresh() async throws {
        let settings = try await database.read { try SiteStore.settings(on: $0) }
        held.withLock { $0 = settings }
    }
}
