internal import Secrets
internal import Storage
public import Time

/// All SQL of sessions. The token in the cookie is nowhere kept, only its hash.
public struct SessionStore: Sendable {
    /// A session that was not used for so long is over.
    public static let idleLimit = Duration.days(30)
    /// A session that waits for its second factor is over sooner.
    static let halfLimit = Duration.minutes(15)
    /// How exactly `seenAt` is kept, so that reading a page seldom writes.
    static let seenEvery = Duration.minutes(10)

    let clock: Clock

    /// A store that reads the time from `clock`.
    public init(clock: Clock) {
        self.clock = clock
    }

    /// Begins a session and gives the token for the cookie.
    func begin(for person: Int64, agent: String, isProved: Bool, on db: any Writer) throws -> Token {
        let token = Token.random()
        let now = clock.now()
        try db.run(
            """
            INSERT INTO session (hash, person, agent, proved, created_at, seen_at)
            VALUES (\(token.hash), \(person), \(String(agent.prefix(300))), \(isProved), \(now), \(now))
            """)
        return token
    }

    /// The session of a cookie with its person, if it is not over.
    func find(_ token: Token, on db: any Reader) throws -> SignedIn? {
        let now = clock.now()
        let session = try sessions(
            """
            hash = \(token.hash) AND (proved = 1 AND seen_at > \(now - Self.idleLimit) OR proved = 0 AND created_at > \(now - Self.halfLimit))
            """, on: db
        ).first
        guard let session, let person = try PersonStore.find(session.person, on: db) else { return nil }
        return SignedIn(person: person, session: session)
    }

    /// Whether `seenAt` should be written again.
    func isStale(_ session: Session) -> Bool {
        clock.now() - session.seenAt >= Self.seenEvery
    }

    /// Notes that a session was used.
    func see(_ session: Session, on db: any Writer) throws {
        try db.run("UPDATE session SET seen_at = \(clock.now()) WHERE id = \(session.id)")
    }

    /// The sessions in which a person is signed in, last used first.
    func all(of person: Int64, on db: any Reader) throws -> [Session] {
        try sessions(
            "person = \(person) AND proved = 1 AND seen_at > \(clock.now() - Self.idleLimit) ORDER BY seen_at DESC, id DESC", on: db)
    }

    /// Gives a session another token: whoever holds a copy of the old one is out.
    func renew(_ id: Int64, on db: any Writer) throws -> Token {
        let token = Token.random()
        try db.run("UPDATE session SET hash = \(token.hash) WHERE id = \(id)")
        return token
    }

    /// Ends one session of a person. One of somebody else is not found, and nothing happens.
    func end(_ id: Int64, of person: Int64, on db: any Writer) throws {
        try db.run("DELETE FROM session WHERE id = \(id) AND person = \(person)")
    }

    /// Ends every session of a person, save one.
    func endAll(of person: Int64, except kept: Int64? = nil, on db: any Writer) throws {
        try db.run("DELETE FROM session WHERE person = \(person) AND id <> \(kept ?? 0)")
    }

    /// Forgets sessions that are over.
    func purge(on db: any Writer) throws {
        let now = clock.now()
        try db.run("DELETE FROM session WHERE seen_at < \(now - Self.idleLimit) OR proved = 0 AND created_at < \(now - Self.halfLimit)")
    }

    private func sessions(_ condition: SQL, on db: any Reader) throws -> [Session] {
        try db.rows("SELECT id, person, agent, proved, created_at, seen_at FROM session WHERE \(sql: condition)").map { row in
            try Session(
                id: row["id"], person: row["person"], agent: row["agent"], isProved: row["proved"], createdAt: row["created_at"],
                seenAt: row["seen_at"])
        }
    }
}
