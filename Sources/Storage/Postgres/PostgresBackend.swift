/// PostgreSQL: a few connections that read, fewer that write, one that listens, each on a thread of its own.
final class PostgresBackend: Backend {
    private let readers: Crew<Job<any Reader>>
    private let writers: Crew<Job<any Writer>>
    private let listener: PostgresListener

    /// Connects to nothing yet.
    init(address: String, limits: Limits, node: UInt64, announcements: Announcements) {
        readers = Crew(name: "postgres reader", size: limits.readers) { crew in
            let reads = PostgresReads(address: address)
            while let jobs = crew.take(atMost: 1) {
                for job in jobs { reads.serve(job) }
            }
        }
        writers = Crew(name: "postgres writer", size: limits.writers) { crew in
            let writes = PostgresWrites(address: address, node: node, announcements: announcements)
            // More than 64 savepoints overflow the server's list of running transactions, which slows down everybody's snapshots.
            while let jobs = crew.take(atMost: limits.group ?? 60) { writes.commit(jobs) }
        }
        listener = PostgresListener(address: address, node: node, announcements: announcements)
    }

    func read(_ job: Job<any Reader>) -> Bool { readers.add(job) }

    func write(_ job: Job<any Writer>) -> Bool { writers.add(job) }

    func watch() { listener.start() }

    func close() async {
        listener.close()
        await readers.close()
        await writers.close()
    }

    func dismiss() {
        listener.close()
        readers.dismiss()
        writers.dismiss()
    }
}
