internal import Logging
internal import Storage

/// Writes down what became of messages while the next one is already under way: as many as have come together at a time, so that a slow disk does
/// not halve the speed. What is not yet written when the program is killed is sent a second time, so no more than this may wait.
actor ResultWriter {
    private static let mostUnwritten = 1

    private let database: Database
    private let outbox: Outbox
    private let logger: Logger
    private var unwritten: [Outbox.Result] = []
    private var writing: Task<Void, Never>?
    /// How often a failed write is tried again, once the program stops.
    private var attemptsLeft: Int?

    init(database: Database, outbox: Outbox, logger: Logger) {
        self.database = database
        self.outbox = outbox
        self.logger = logger
    }

    /// Takes a result; waits while too many are unwritten, as long as the database is away or the program stops.
    func add(_ result: Outbox.Result) async {
        unwritten.append(result)
        begin()
        while unwritten.count > Self.mostUnwritten, let writing, !Task.isCancelled { await writing.value }
    }

    /// Returns once all results are written, or the database stays away for some seconds.
    func finish() async {
        attemptsLeft = 5
        while let writing { await writing.value }
    }

    private func begin() {
        guard writing == nil, !unwritten.isEmpty else { return }
        // Not a child of the sender's task: results are written also while the program stops.
        writing = Task {
            let results = unwritten
            if await write(results) { unwritten.removeFirst(results.count) }
            writing = nil
            begin()
        }
    }

    /// Whether the results are settled. Together if possible; one by one if a feature's handler has thrown, so that it holds up only its own message.
    private func write(_ results: [Outbox.Result], tellsFeatures: Bool = true) async -> Bool {
        do {
            try await database.write { [outbox] db in try outbox.record(results, tellsFeatures: tellsFeatures, on: db) }
            return true
        } catch let error as StorageError where error.mayPass {
            logger.error("mail cannot be marked as sent", metadata: ["error": "\(error)"])
            if let left = attemptsLeft {
                attemptsLeft = left - 1
                // Its lease ends, and it is sent a second time.
                if left <= 0 { return true }
            }
            try? await Task.sleep(for: .seconds(1))
            return false
        } catch  where results.count > 1 {
            for result in results where await !write([result]) { return false }
            return true
        } catch {
            logger.error("what became of a message cannot be written", metadata: ["error": "\(error)"])
            // Better that a feature does not hear of it than that the person gets it again.
            return tellsFeatures ? await write(results, tellsFeatures: false) : true
        }
    }
}

extension StorageError {
    /// Whether the same write may succeed later.
    fileprivate var mayPass: Bool {
        switch self {
        case .busy, .full, .connectionLost: true
        default: false
        }
    }
}
