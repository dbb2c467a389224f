internal import Logging
internal import Storage

/// Writes down what became of messages while the next one is already under way: as many as have come together at a time, so that a slow disk does
/// not halve the speed. What is not yet written when the program is killed is sent a second time, so only a few may wait.
actor ResultWriter {
    private static let mostUnwritten = 8

    private let database: Database
    private let outbox: Outbox
    private let logger: Logger
    private var unwritten: [Outbox.Result] = []
    private var writing: Task<Void, Never>?

    init(database: Database, outbox: Outbox, logger: Logger) {
        self.database = database
        self.outbox = outbox
        self.logger = logger
    }

    /// Takes a result; waits while too many are unwritten, as long as the database is away.
    func add(_ result: Outbox.Result) async {
        unwritten.append(result)
        begin()
        while unwritten.count >= Self.mostUnwritten, let writing { await writing.value }
    }

    /// Returns once all results are written.
    func finish() async {
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
    private func write(_ results: [Outbox.Result]) async -> Bool {
        do {
            try await database.write { [outbox] db in try outbox.record(results, on: db) }
            return true
        } catch let error as StorageError {
            logger.error("mail cannot be marked as sent", metadata: ["error": "\(error)"])
            try? await Task.sleep(for: .seconds(1))
            return error == .closed
        } catch {
            guard results.count > 1 else {
                logger.error("a handler of returned mail failed", metadata: ["error": "\(error)"])
                return await write(results.map(\.withoutHandlers))
            }
            for result in results where await !write([result]) { return false }
            return true
        }
    }
}

extension Outbox.Result {
    /// The same, but no feature hears of it.
    fileprivate var withoutHandlers: Outbox.Result {
        guard case .failed(let id, let words, _) = self else { return self }
        return .failed(id, words, mailboxIsGone: false)
    }
}
