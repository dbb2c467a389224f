internal import GRDB

/// SQLite: one writer, a few readers, each on a thread of its own.
final class SQLiteBackend: Backend {
    private let pool: DatabasePool
    private let readers: Crew<Job<any Reader>>
    private let writer: Crew<Job<any Writer>>

    /// Opens the file. The writer's connection is opened at once, readers when they are needed.
    init(path: String, limits: Limits, announcements: Announcements) throws(StorageError) {
        let pool = try Self.openPool(path: path, readers: limits.readers)
        self.pool = pool
        readers = Crew(name: "sqlite reader", size: limits.readers) { crew in
            while let jobs = crew.take(atMost: 1) {
                for job in jobs { Self.serve(job, from: pool) }
            }
        }
        let version = SQLiteWrites.version(of: pool)
        writer = Crew(name: "sqlite writer", size: 1) { crew in
            let writes = SQLiteWrites(pool: pool, announcements: announcements, since: version)
            while let jobs = crew.take(atMost: limits.group ?? 256) {
                writes.noticeOthers()
                if !jobs.isEmpty { writes.commit(jobs) }
            }
        }
    }

    func read(_ job: Job<any Reader>) -> Bool { readers.add(job) }

    func write(_ job: Job<any Writer>) -> Bool { writer.add(job) }

    func watch() { writer.watch(every: 1) }

    func close() async {
        await readers.close()
        await writer.close()
        // Fails only while statements are in use, and none is: the connections close when the pool goes in any case.
        try? pool.close()
    }

    func dismiss() {
        readers.dismiss()
        writer.dismiss()
    }

    private static func serve(_ job: Job<any Reader>, from pool: DatabasePool) {
        do {
            try pool.read { db in
                let session = SQLiteSession(db)
                try job.run(session)
                try session.finish()
            }
            job.end(nil)
        } catch let error as DatabaseError {
            job.end(StorageError(error))
        } catch {
            job.end(error)
        }
    }

    private static func openPool(path: String, readers: Int) throws(StorageError) -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = readers
        configuration.prepareDatabase { db in
            // As on PostgreSQL.
            try db.execute(sql: "PRAGMA case_sensitive_like = ON")
            // 16 MB of pages at hand for a connection, where SQLite keeps 2: lists are read through their indexes again and again.
            try db.execute(sql: "PRAGMA cache_size = -16000")
        }
        do {
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { db in
                // GRDB chooses NORMAL, with which a power cut can take back the last commits.
                try db.execute(sql: "PRAGMA synchronous = FULL")
            }
            return pool
        } catch let error as DatabaseError {
            throw StorageError(error)
        } catch {
            throw .other("\(error)")
        }
    }
}
