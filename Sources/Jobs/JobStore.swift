public import Storage
public import Time

/// A piece of work that a worker holds for a while.
public struct Job: Sendable {
    /// The row's key.
    public let id: Int64
    /// Which handler does it.
    public let kind: String
    /// What the handler needs to know: ids, never copies of rows.
    public let payload: String
    /// How often it was begun, this time included.
    public let attempts: Int
}

/// All SQL of the queue. Jobs commit with the write that causes them.
public struct JobStore: Sendable {
    /// How long a worker may hold a job before another takes it over.
    static let lease = Duration.minutes(5)
    /// After that many attempts a job is a dead letter, which only a person revives.
    static let maximumAttempts = 12

    private let clock: Clock

    /// A store that reads the time from `clock`.
    public init(clock: Clock) {
        self.clock = clock
    }

    /// Adds a job, due at `instant` or at once. A second job with the same unique key is dropped while the first waits.
    public func add(
        _ kind: String, _ payload: String = "", uniqueKey: String? = nil, at instant: Instant? = nil, on db: any Writer
    ) throws {
        try db.run(
            """
            INSERT INTO job (kind, payload, unique_key, run_at, attempts)
            VALUES (\(kind), \(payload), \(uniqueKey), \(instant ?? clock.now()), 0)
            ON CONFLICT (unique_key) DO NOTHING
            """)
    }

    /// How many jobs were given up and wait for a person.
    public static func dead(on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM job WHERE dead_at IS NOT NULL") ?? 0
    }

    /// Whether a job of these kinds is due and free.
    func isAnyDue(kinds: [String], on db: any Reader) throws -> Bool {
        let now = clock.now()
        return try db.row(
            """
            SELECT 1 AS due FROM job
            WHERE dead_at IS NULL AND run_at <= \(now) AND (leased_until IS NULL OR leased_until <= \(now)) AND kind IN \(list: kinds) LIMIT 1
            """) != nil
    }

    /// Takes up to `limit` due jobs of these kinds for the time of a lease.
    func claim(_ limit: Int, kinds: [String], on db: any Writer) throws -> [Job] {
        let now = clock.now()
        return try db.rows(
            """
            UPDATE job SET leased_until = \(now + Self.lease), attempts = attempts + 1
            WHERE id IN (
                SELECT id FROM job
                WHERE dead_at IS NULL AND run_at <= \(now) AND (leased_until IS NULL OR leased_until <= \(now)) AND kind IN \(list: kinds)
                ORDER BY run_at LIMIT \(limit)\(sql: .engine(sqlite: "", postgres: " FOR UPDATE SKIP LOCKED"))
            )
            RETURNING id, kind, payload, attempts
            """
        ).map { row in
            try Job(id: row["id"], kind: row["kind"], payload: row["payload"], attempts: row["attempts"])
        }
    }

    /// The job is done and leaves the queue.
    func finish(_ job: Job, on db: any Writer) throws {
        try db.run("DELETE FROM job WHERE \(sql: isStill(job))")
    }

    /// The job is done for now and comes back at `instant`.
    func `repeat`(_ job: Job, at instant: Instant, on db: any Writer) throws {
        try db.run(
            "UPDATE job SET run_at = \(instant), leased_until = NULL, attempts = 0, last_error = NULL WHERE \(sql: isStill(job))")
    }

    /// The job failed. It comes back after a while that doubles each time, at the latest at `latest` if that is given: work that repeats
    /// never ends. Other work becomes a dead letter in the end.
    func fail(_ job: Job, because error: String, latest: Instant?, on db: any Writer) throws {
        let now = clock.now()
        let again = now + .seconds(15 * (1 << min(job.attempts, 12)))
        let dead = latest == nil && job.attempts >= Self.maximumAttempts ? now : nil
        try db.run(
            """
            UPDATE job SET run_at = \(latest.map { min($0, again) } ?? again), leased_until = NULL, last_error = \(error), dead_at = \(dead)
            WHERE \(sql: isStill(job))
            """)
    }

    /// The program stops before the job was done: another worker may take it at once.
    func giveBack(_ job: Job, on db: any Writer) throws {
        try db.run("UPDATE job SET leased_until = NULL, attempts = attempts - 1 WHERE \(sql: isStill(job))")
    }

    /// A job as whoever looks after the site sees it.
    public struct Entry: Sendable, Identifiable {
        /// The row's key.
        public let id: Int64
        /// Which handler does it.
        public let kind: String
        /// When it is due.
        public let runAt: Instant
        /// How often it was begun.
        public let attempts: Int
        /// What went wrong last.
        public let lastError: String?
        /// Since when it is a dead letter.
        public let deadAt: Instant?
    }

    /// Dead letters first, then what is due next; at most `limit`.
    public func entries(limit: Int, on db: any Reader) throws -> [Entry] {
        try db.rows(
            """
            SELECT id, kind, run_at, attempts, last_error, dead_at FROM job
            ORDER BY CASE WHEN dead_at IS NULL THEN 1 ELSE 0 END, run_at, id LIMIT \(limit)
            """
        ).map { row in
            try Entry(
                id: row["id"], kind: row["kind"], runAt: row["run_at"], attempts: row["attempts"], lastError: row["last_error"],
                deadAt: row["dead_at"])
        }
    }

    /// Lets a dead letter be tried again, from the beginning. False if it is none.
    public func revive(_ id: Int64, on db: any Writer) throws -> Bool {
        try db.run(
            """
            UPDATE job SET dead_at = NULL, attempts = 0, leased_until = NULL, run_at = \(clock.now())
            WHERE id = \(id) AND dead_at IS NOT NULL
            """) == 1
    }

    /// Gives a dead letter up. False if it is none.
    public func drop(_ id: Int64, on db: any Writer) throws -> Bool {
        try db.run("DELETE FROM job WHERE id = \(id) AND dead_at IS NOT NULL") == 1
    }

    /// Every claim raises the number of attempts: who lost the lease to another worker no longer has a say.
    private func isStill(_ job: Job) -> SQL {
        "id = \(job.id) AND attempts = \(job.attempts)"
    }
}
