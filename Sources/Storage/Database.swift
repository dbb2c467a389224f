public import struct Time.Clock

/// The database of a site: one SQL, two engines.
///
/// Reads and writes are synchronous closures that run on threads of their own. Concurrent writes are committed in groups, each in its own
/// savepoint: one that throws takes nothing back but itself. A closure may run more than once (after a collision or a lost connection), so
/// it must do nothing but ask and change the database. An error of the database inside a write fails that write, also if it was caught.
public final class Database: Sendable {
    /// The engine in use.
    public let engine: Engine
    private let backend: any Backend
    private let announcements: Announcements
    let clock: Clock

    /// Opens a database; a missing SQLite file is created.
    /// - Parameters:
    ///   - location: where it lies.
    ///   - limits: how many connections it may use.
    ///   - clock: dates migrations.
    ///   - node: tells this program from others on the same PostgreSQL server.
    /// - Throws: `StorageError`, `.connectionLost` if a server does not answer within five seconds.
    public static func open(
        _ location: Location, limits: Limits = Limits(), clock: Clock = .system, node: UInt64 = .random(in: .min ... .max)
    ) async throws -> Database {
        let announcements = Announcements()
        let backend: any Backend =
            switch location {
            case .sqlite(let path): try SQLiteBackend(path: path, limits: limits, announcements: announcements)
            case .postgres(let address):
                PostgresBackend(address: address, limits: limits, node: node, announcements: announcements)
            }
        let database = Database(engine: location.engine, backend: backend, announcements: announcements, clock: clock)
        if database.engine == .postgres {
            // A wrong address should stop the start, not the first visitor.
            try await database.ping()
        }
        return database
    }

    private init(engine: Engine, backend: any Backend, announcements: Announcements, clock: Clock) {
        self.engine = engine
        self.backend = backend
        self.announcements = announcements
        self.clock = clock
    }

    deinit {
        backend.dismiss()
    }

    /// Asks the database. All answers inside one closure come from the same moment.
    nonisolated(nonsending) public func read<T: Sendable>(_ body: @escaping @Sendable (any Reader) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let job = Job(body, answering: continuation)
            if !backend.read(job) { job.end(StorageError.closed) }
        }
    }

    /// Changes the database: wholly, or if the closure throws not at all. Durable when it returns; a cancelled task does not cancel it.
    @discardableResult
    nonisolated(nonsending) public func write<T: Sendable>(_ body: @escaping @Sendable (any Writer) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            add(Job(body, answering: continuation))
        }
    }

    /// Queues a write, or ends it at once if the database is closed.
    func add(_ job: Job<any Writer>) {
        if !backend.write(job) { job.end(StorageError.closed) }
    }

    /// Calls the handler after each commit that touched topics, before the write returns; also for what other processes change.
    /// The handler runs on a thread of the database and must be short.
    public func onCommit(_ handler: @escaping @Sendable (Changes) -> Void) {
        announcements.add(handler)
        backend.watch()
    }

    /// Returns if the database answers; throws why it does not.
    public func ping() async throws {
        try await read { _ = try $0.row("SELECT 1") }
    }

    /// Finishes the reads and writes that wait and closes all connections. Later ones throw `StorageError.closed`.
    public func close() async {
        await backend.close()
    }
}
