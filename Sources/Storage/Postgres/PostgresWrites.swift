/// Commits writes on one connection. Those that wait are committed as a group, each in its own savepoint, because commits cost more than
/// statements. It lives on one thread.
final class PostgresWrites {
    private let link: PostgresLink
    private let node: UInt64
    private let announcements: Announcements

    /// How often a write that collides with others is tried before its caller hears of it.
    private static let attempts = 5

    /// How one job of a group ended, before the commit.
    private enum Outcome {
        case kept
        case failed(any Error)
        case collided(PostgresFailure)
    }

    /// A job for which another attempt may help, and why the last did not.
    private typealias Retry = (job: Job<any Writer>, failure: PostgresFailure)

    init(address: String, node: UInt64, announcements: Announcements) {
        link = PostgresLink(address: address)
        self.node = node
        self.announcements = announcements
    }

    /// Runs the jobs and ends each. A job that collides with another node or another group is run again by itself, and so are all if the
    /// connection was lost before the commit.
    func commit(_ jobs: [Job<any Writer>]) {
        let isPatient = jobs.count == 1 && !jobs.contains(where: \.isDivisible)
        for job in isPatient ? jobs : attempt(jobs, isPatient: false).map(\.job) {
            var retry: Retry?
            for _ in 0..<Self.attempts {
                retry = attempt([job], isPatient: true).first
                if retry == nil { break }
            }
            if let retry { job.end(retry.failure.error) }
        }
    }

    /// Answers the jobs that should be tried again; the others have ended.
    /// - Parameter isPatient: waits for a lock as long as it takes.
    private func attempt(_ jobs: [Job<any Writer>], isPatient: Bool) -> [Retry] {
        do throws(StorageError) {
            let connection = try link.open()
            do throws(PostgresFailure) {
                return try transaction(of: jobs, on: connection, isPatient: isPatient)
            } catch {
                // Nothing was committed, so nobody's write can happen twice.
                link.drop()
                return jobs.map { ($0, error) }
            }
        } catch {
            for job in jobs { job.end(error) }
            return []
        }
    }

    /// Throws if the connection was lost before the commit.
    private func transaction(
        of jobs: [Job<any Writer>], on connection: PostgresConnection, isPatient: Bool
    ) throws(PostgresFailure) -> [Retry] {
        let transaction = PostgresTransaction(on: connection, opening: "BEGIN")
        // Groups lock rows in any order. One that waits for another commits what it has and tries the rest again, well before the server
        // would look for a deadlock.
        if !isPatient { transaction.prepend("SET LOCAL lock_timeout = 100") }
        var topics: Set<Topic> = []
        var outcomes: [Outcome] = []
        for job in jobs {
            outcomes.append(try run(job, in: transaction, isAlone: jobs.count == 1, topics: &topics))
        }
        var retries: [Retry] = []
        let failure = commit(transaction, topics: topics, isKept: outcomes.contains { if case .kept = $0 { true } else { false } })
        if failure == nil { announcements.tell(.topics(topics)) }
        for (job, outcome) in zip(jobs, outcomes) {
            switch outcome {
            case .collided(let failure) where !job.isDivisible: retries.append((job, failure))
            case .collided(let failure): job.end(failure.error)
            case .failed(let error): job.end(error)
            case .kept:
                if let failure, failure.isCollision { retries.append((job, failure)) } else { job.end(failure?.error) }
            }
        }
        tidy(connection, isStale: !retries.isEmpty)
        return retries
    }

    private func run(
        _ job: Job<any Writer>, in transaction: PostgresTransaction, isAlone: Bool, topics: inout Set<Topic>
    ) throws(PostgresFailure) -> Outcome {
        let session = PostgresSession(transaction)
        if !isAlone { transaction.prepend("SAVEPOINT job") }
        var outcome = Outcome.kept
        do {
            try job.run(session)
            try session.finish()
            topics.formUnion(session.topics)
        } catch {
            outcome = .failed(error)
        }
        if let failure = session.failure {
            if failure.isLost { throw failure }
            if failure.isCollision { outcome = .collided(failure) }
        }
        if isAlone { return outcome }
        guard session.hasAsked else {
            transaction.withdraw()
            return outcome
        }
        if case .kept = outcome {} else { transaction.prepend("ROLLBACK TO job") }
        transaction.prepend("RELEASE job")
        return outcome
    }

    /// Ends the transaction. Answers why nothing was committed; a lost connection leaves that open.
    private func commit(_ transaction: PostgresTransaction, topics: Set<Topic>, isKept: Bool) -> PostgresFailure? {
        guard transaction.hasBegun || !topics.isEmpty else { return nil }
        do throws(PostgresFailure) {
            guard isKept else {
                _ = try transaction.exchange([Statement(text: "ROLLBACK")])
                return nil
            }
            let notices = PostgresNotice.payloads(topics, from: node).map(PostgresNotice.statement)
            let answer = try transaction.exchange(notices + [Statement(text: "COMMIT")])
            return answer.isRollback ? PostgresFailure(state: "-", error: .other("the server took the transaction back")) : nil
        } catch {
            link.drop()
            return error
        }
    }

    private func tidy(_ connection: PostgresConnection, isStale: Bool) {
        do throws(PostgresFailure) {
            try connection.tidy(all: isStale)
        } catch {
            link.drop()
        }
    }
}
