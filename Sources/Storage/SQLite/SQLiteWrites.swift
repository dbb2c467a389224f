internal import GRDB

/// The one writer of a SQLite file: commits the writes that wait as a group, because a commit costs a flush of the disk, whatever it holds.
/// It lives on one thread.
final class SQLiteWrites {
    private let pool: DatabasePool
    private let announcements: Announcements
    private var version: Int?

    /// - Parameter version: the version of the file that everybody knows of.
    init(pool: DatabasePool, announcements: Announcements, since version: Int?) {
        self.pool = pool
        self.announcements = announcements
        self.version = version
    }

    /// Tells everybody if another process has committed since the last look.
    func noticeOthers() {
        guard !announcements.isEmpty else { return }
        let current = Self.version(of: pool)
        if current != version {
            version = current
            announcements.tell(.everything)
        }
    }

    /// Runs the jobs in one transaction, each in its own savepoint, and ends each: nothing is acknowledged before the commit.
    func commit(_ jobs: [Job<any Writer>]) {
        var errors = [(any Error)?](repeating: nil, count: jobs.count)
        do {
            let topics = try pool.writeWithoutTransaction { db in
                try Self.transaction(of: jobs, on: db, errors: &errors)
            }
            announcements.tell(.topics(topics))
        } catch {
            // The commit failed, or SQLite took everything back by itself: nobody's write has happened.
            let failure = StorageError(wrapping: error)
            for index in errors.indices { errors[index] = errors[index] ?? failure }
        }
        for (job, error) in zip(jobs, errors) { job.end(error) }
    }

    /// Throws if nothing was committed.
    private static func transaction(
        of jobs: [Job<any Writer>], on db: GRDB.Database, errors: inout [(any Error)?]
    ) throws -> Set<Topic> {
        var topics: Set<Topic> = []
        do {
            try db.control("BEGIN IMMEDIATE")
            for (index, job) in jobs.enumerated() {
                do {
                    topics.formUnion(try savepoint(for: job, on: db))
                } catch let failure as GroupFailure {
                    throw failure.cause
                } catch {
                    errors[index] = error
                }
            }
            try db.control("COMMIT")
        } catch {
            if db.isInsideTransaction { try db.control("ROLLBACK") }
            throw error
        }
        return topics
    }

    /// Thrown when more than one job is lost.
    private struct GroupFailure: Error {
        let cause: any Error
    }

    private static func savepoint(for job: Job<any Writer>, on db: GRDB.Database) throws -> Set<Topic> {
        let session = SQLiteSession(db)
        do {
            try db.control("SAVEPOINT job")
            try job.run(session)
            try session.finish()
            try db.control("RELEASE job")
        } catch {
            // A full or failing disk makes SQLite take back the whole transaction, not only this job's part.
            guard db.isInsideTransaction else { throw GroupFailure(cause: error) }
            do {
                try db.control("ROLLBACK TO job")
                try db.control("RELEASE job")
            } catch {
                throw GroupFailure(cause: error)
            }
            throw error
        }
        return session.topics
    }

    /// A number that changes when another connection than the writer's commits.
    static func version(of pool: DatabasePool) -> Int? {
        // If even this fails the next write tells why.
        try? pool.writeWithoutTransaction { db in try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) }
    }
}

extension GRDB.Database {
    /// Runs a statement that steers the transaction.
    fileprivate func control(_ sql: String) throws {
        try cachedStatement(sql: sql).execute()
    }
}
