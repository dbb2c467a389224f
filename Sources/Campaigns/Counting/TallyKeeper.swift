public import Logging
public import ServiceLifecycle
public import Storage
public import Time

/// Folds changes into totals every few seconds, on every node; whichever comes first takes them.
public struct TallyKeeper: Service {
    /// How long a count may lag behind.
    public static let interval = Duration.seconds(2)

    private let database: Database
    private let logger: Logger

    /// A keeper of the counts in this database.
    public init(database: Database, logger: Logger) {
        self.database = database
        self.logger = logger
    }

    /// Folds until the program stops. A database that is away is waited for.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await foldAll()
                } catch {
                    logger.error("counts are waiting for the database", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: Self.interval)
            }
        }
    }

    /// Folds whatever waits now.
    public func foldAll() async throws {
        while try await database.read({ try TallyStore.hasChanges(on: $0) }) {
            let taken = try await database.write { try TallyStore.fold(on: $0) }
            if taken < TallyStore.foldSize { return }
        }
    }
}

/// The nightly recount: the totals against every signature, mended and reported where they differ.
public struct Recount: Sendable {
    private let database: Database
    private let clock: Clock
    private let logger: Logger

    /// A recount of this database.
    public init(database: Database, clock: Clock, logger: Logger) {
        self.database = database
        self.clock = clock
        self.logger = logger
    }

    /// Counts, mends, reports. Returns how many totals differed.
    @discardableResult
    public func run() async throws -> Int {
        let (signatures, differences) = try await database.read { try TallyStore.recount(on: $0) }
        for each in differences {
            logger.warning(
                "a count differed from its signatures and was mended",
                metadata: ["campaign": "\(each.campaign)", "country": "\(each.country)", "by": "\(each.people)"])
        }
        let now = clock.now()
        try await database.write { db in
            for each in differences { try TallyStore.change(each.campaign, country: each.country, by: each.people, on: db) }
            try TallyStore.record(signatures: signatures, differences: differences.count, at: now, on: db)
        }
        return differences.count
    }
}
