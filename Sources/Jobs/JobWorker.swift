public import Logging
public import ServiceLifecycle
public import Storage
public import Time

/// Takes due jobs from the queue and does them, several at a time, until the program stops.
public struct JobWorker: Service {
    private static let atOnce = 4
    private static let pause = Duration.seconds(1)

    private let database: Database
    private let store: JobStore
    private let clock: Clock
    private let handlers: [String: JobHandler]
    private let logger: Logger

    /// A worker for these handlers. Two handlers of the same kind are a programming error.
    public init(database: Database, clock: Clock, handlers: [JobHandler], logger: Logger) {
        self.database = database
        self.store = JobStore(clock: clock)
        self.clock = clock
        self.handlers = Dictionary(uniqueKeysWithValues: handlers.map { ($0.kind, $0) })
        self.logger = logger
    }

    /// Works until the service group shuts down gracefully; what is under way then is given back. A database that is away is waited for.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            var isScheduled = false
            var isWaiting = false
            while !Task.isCancelled {
                do {
                    if !isScheduled { try await addSchedules() }
                    isScheduled = true
                    let worked = try await workOnce()
                    isWaiting = false
                    if !worked { try? await Task.sleep(for: Self.pause) }
                } catch {
                    // Told once, not every second.
                    if !isWaiting { logger.error("jobs are waiting for the database", metadata: ["error": "\(error)"]) }
                    isWaiting = true
                    try? await Task.sleep(for: Self.pause)
                }
            }
        }
    }

    /// Does what is due now; true if there was anything. Tests call it instead of `run`.
    @discardableResult
    public func workOnce() async throws -> Bool {
        let kinds = Array(handlers.keys)
        guard try await database.read({ [store] db in try store.isAnyDue(kinds: kinds, on: db) }) else { return false }
        let jobs = try await database.write { [store] db in try store.claim(Self.atOnce, kinds: kinds, on: db) }
        await withTaskGroup(of: Void.self) { group in
            for job in jobs { group.addTask { await perform(job) } }
        }
        return !jobs.isEmpty
    }

    /// Makes sure that every repeated handler has its row.
    public func addSchedules() async throws {
        let now = clock.now()
        let repeated = handlers.values.compactMap { handler in handler.rhythm.map { (handler.kind, $0.first(after: now)) } }
        try await database.write { [store] db in
            for (kind, due) in repeated { try store.add(kind, uniqueKey: "repeat:\(kind)", at: due, on: db) }
        }
    }

    private func perform(_ job: Job) async {
        guard let handler = handlers[job.kind] else { return }
        do {
            do {
                try await handler.perform(job.payload)
                let next = handler.rhythm?.next(after: clock.now())
                try await database.write { [store] db in
                    if let next { try store.repeat(job, at: next, on: db) } else { try store.finish(job, on: db) }
                }
            } catch is CancellationError {
                try await database.write { [store] db in try store.giveBack(job, on: db) }
            } catch {
                logger.error("a job failed", metadata: ["kind": "\(job.kind)", "attempt": "\(job.attempts)", "error": "\(error)"])
                let next = handler.rhythm?.next(after: clock.now())
                try await database.write { [store] db in try store.fail(job, because: "\(error)", latest: next, on: db) }
            }
        } catch {
            // Its lease ends by itself, and another try is made then.
            logger.error("what became of a job could not be written", metadata: ["kind": "\(job.kind)", "error": "\(error)"])
        }
    }
}
