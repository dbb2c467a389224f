/// Serves reads on one connection, each in a snapshot. It lives on one thread.
final class PostgresReads {
    private let link: PostgresLink

    /// How often a read is tried before its caller hears of the error.
    private static let attempts = 5

    init(address: String) {
        link = PostgresLink(address: address)
    }

    /// Runs the job and ends it; again on another connection if the first is lost.
    func serve(_ job: Job<any Reader>) {
        do throws(StorageError) {
            var failure: PostgresFailure?
            for _ in 0..<Self.attempts {
                failure = attempt(job, on: try link.open())
                if failure == nil { return }
            }
            job.end(failure?.error)
        } catch {
            job.end(error)
        }
    }

    /// Answers an error of the server if another attempt may help; otherwise the job has ended.
    private func attempt(_ job: Job<any Reader>, on connection: PostgresConnection) -> PostgresFailure? {
        let transaction = PostgresTransaction(on: connection, opening: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        let session = PostgresSession(transaction)
        var passing: PostgresFailure?
        do {
            try job.run(session)
            try session.finish()
            job.end(nil)
        } catch {
            passing = session.failure.flatMap { $0.isLost || $0.isCollision ? $0 : nil }
            if passing == nil { job.end(error) }
        }
        // The caller need not wait for this.
        if transaction.hasBegun {
            do throws(PostgresFailure) {
                _ = try transaction.exchange([Statement(text: "ROLLBACK")])
                try connection.tidy(all: passing != nil)
            } catch {
                link.drop()
            }
        }
        return passing
    }
}
