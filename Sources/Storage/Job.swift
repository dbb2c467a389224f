/// A closure that waits for its turn on a database thread, and the task that waits for its answer. It lives on whatever happens to that task:
/// a caller that is cancelled does not stop its write half-way.
struct Job<Access>: Sendable {
    /// Runs the closure and keeps its value. May be called again when the database asks for another attempt.
    let run: @Sendable (Access) throws -> Void
    /// Resumes the waiting task, with the value kept or with an error. Called exactly once.
    let end: @Sendable ((any Error)?) -> Void

    /// Whether its owner divides it and tries the parts, rather than let all of it wait for a lock that one part cannot have.
    let isDivisible: Bool

    /// A job that somebody else answers for.
    init(
        isDivisible: Bool, run: @escaping @Sendable (Access) throws -> Void, end: @escaping @Sendable ((any Error)?) -> Void
    ) {
        self.isDivisible = isDivisible
        self.run = run
        self.end = end
    }

    /// A job that answers to a continuation.
    init<Value: Sendable>(
        _ body: @escaping @Sendable (Access) throws -> Value,
        answering continuation: CheckedContinuation<Value, any Error>
    ) {
        isDivisible = false
        let answer = Answer<Value>()
        run = { access in answer.value = try body(access) }
        end = { error in
            if let error {
                continuation.resume(throwing: error)
            } else if let value = answer.value {
                continuation.resume(returning: value)
            } else {
                preconditionFailure("a job ended without an answer")
            }
        }
    }
}

/// The value of a job between its run and its end.
/// Unchecked, because one thread at a time works on a job: the queue hands it from one to the next.
private final class Answer<Value: Sendable>: @unchecked Sendable {
    var value: Value?
}
