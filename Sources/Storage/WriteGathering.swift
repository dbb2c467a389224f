internal import Synchronization

/// Writes of one kind that come together: while one is under way those that come wait, and then all that wait are written at once, so that a
/// statement serves many of them. Alone, an item is written at once.
///
///     let takings = WriteGathering(on: database) { names, db in try SeatStore.take(names, on: db) }
///     let seat = try await takings.write("Amina")
///
/// Each item is answered when it is durable; a cancelled caller does not cancel it. If items fail together, each is tried by itself, so that
/// one touches no other. As with every write the closure may run more than once. What has not had its turn when the database is closed ends
/// with `StorageError.closed`.
public final class WriteGathering<Item: Sendable, Answer: Sendable>: Sendable {
    private let database: Database
    private let most: Int
    private let body: @Sendable ([Item], any Writer) throws -> [Answer]
    private let state = Mutex(State())

    private struct State {
        var waiting: [Waiter] = []
        var isUnderWay = false
    }

    private struct Waiter: Sendable {
        let item: Item
        let continuation: CheckedContinuation<Answer, any Error>
    }

    /// Gathers items for writes of at most `most` each. The closure answers every item, in their order.
    public init(on database: Database, atMost most: Int = 64, _ body: @escaping @Sendable ([Item], any Writer) throws -> [Answer]) {
        precondition(most > 0, "a write needs an item")
        self.database = database
        self.most = most
        self.body = body
    }

    /// Writes an item, with others if others wait. It is durable when this returns.
    nonisolated(nonsending) public func write(_ item: Item) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            let isFirst = state.withLock { state in
                state.waiting.append(Waiter(item: item, continuation: continuation))
                defer { state.isUnderWay = true }
                return !state.isUnderWay
            }
            if isFirst { begin() }
        }
    }

    /// Queues a write for what waits when its turn comes.
    private func begin() {
        let batch = Batch()
        database.add(
            Job(
                isDivisible: true,
                run: { [self] db in try batch.write(taking: take, on: db, body) },
                end: { [self] error in
                    let waiters = batch.waiters ?? take()
                    let isMoreWaiting = state.withLock { state in
                        state.isUnderWay = !state.waiting.isEmpty
                        return state.isUnderWay
                    }
                    if isMoreWaiting { begin() }
                    end(waiters, batch.answers, error)
                }))
    }

    private func take() -> [Waiter] {
        state.withLock { state in
            let taken = Array(state.waiting.prefix(most))
            state.waiting.removeFirst(taken.count)
            return taken
        }
    }

    private func end(_ waiters: [Waiter], _ answers: [Answer], _ error: (any Error)?) {
        guard let error else {
            for (waiter, answer) in zip(waiters, answers) { waiter.continuation.resume(returning: answer) }
            return
        }
        switch error {
        case StorageError.connectionLost, StorageError.closed:
            // After a lost connection nobody knows what was written: trying again is for the callers to decide.
            for waiter in waiters { waiter.continuation.resume(throwing: error) }
        default:
            for waiter in waiters { writeAlone(waiter) }
        }
    }

    private func writeAlone(_ waiter: Waiter) {
        let job = Job<any Writer>(
            { [body] db in
                guard let answer = try body([waiter.item], db).first else { preconditionFailure("every item needs an answer") }
                return answer
            }, answering: waiter.continuation)
        database.add(job)
    }

    /// What one write took, and its answers.
    /// Unchecked, because one thread at a time works on a job: the queue hands it from one to the next.
    private final class Batch: @unchecked Sendable {
        private(set) var waiters: [Waiter]?
        private(set) var answers: [Answer] = []

        func write(taking take: () -> [Waiter], on db: any Writer, _ body: ([Item], any Writer) throws -> [Answer]) throws {
            let waiters = waiters ?? take()
            self.waiters = waiters
            answers = try body(waiters.map(\.item), db)
            precondition(answers.count == waiters.count, "every item needs an answer")
        }
    }
}
