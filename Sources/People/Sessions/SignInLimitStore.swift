public import Secrets
internal import Storage
public import Time
internal import Web

/// Limits how fast passwords and codes can be guessed: who fails often waits longer each time, first by mailbox, then by where the tries come from.
/// Both are kept as keyed hashes, for a day. A mailed link still lets its owner in at once.
public struct SignInLimitStore: Sendable {
    /// Failures for one mailbox within the window before waiting begins.
    static let freeForMailbox = 5
    /// Failures from one network before waiting begins: a union hall shares one.
    static let freeForNetwork = 60
    /// How long a failure counts.
    static let window = Duration.hours(1)
    /// The longest wait.
    static let longestWait = Duration.minutes(15)

    private let key: PurposeKey
    private let clock: Clock

    /// Limits whose records only this site can read.
    public init(secrets: Secrets, clock: Clock) {
        key = secrets.key(for: "people.limits")
        self.clock = clock
    }

    /// What is counted: a mailbox, whether or not it has an account, or a network.
    struct Subject {
        let hash: [UInt8]
        let free: Int
    }

    func mailbox(_ mailbox: String) -> Subject {
        Subject(hash: hash("mailbox \(Person.key(of: mailbox))".utf8), free: Self.freeForMailbox)
    }

    func network(of client: ClientAddress) -> Subject {
        Subject(hash: hash(Array("network ".utf8) + client.network), free: Self.freeForNetwork)
    }

    /// Until when one of these has to wait; nil if none has to.
    func wait(for subjects: [Subject], on db: any Reader) throws -> Instant? {
        let now = clock.now()
        let waits = try subjects.compactMap { subject -> Instant? in
            let row = try db.row(
                """
                SELECT count(*) AS failures, max(failed_at) AS last FROM sign_in_failure
                WHERE subject = \(subject.hash) AND failed_at > \(now - Self.window)
                """)
            let failures: Int = try row?["failures"] ?? 0
            guard failures >= subject.free, let last: Instant = try row?["last"] else { return nil }
            return last + min(Duration.seconds(30) * (1 << min(failures - subject.free, 10)), Self.longestWait)
        }
        return waits.filter { $0 > now }.max()
    }

    func fail(_ subjects: [Subject], on db: any Writer) throws {
        let rows: [[any SQLEncodable]] = subjects.map { [$0.hash, clock.now()] }
        try db.run("INSERT INTO sign_in_failure (subject, failed_at) \(values: rows)")
    }

    /// Forgets the failures of a mailbox whose owner has come.
    func clear(_ subject: Subject, on db: any Writer) throws {
        try db.run("DELETE FROM sign_in_failure WHERE subject = \(subject.hash)")
    }

    func purge(on db: any Writer) throws {
        try db.run("DELETE FROM sign_in_failure WHERE failed_at < \(clock.now() - .days(1))")
    }

    private func hash(_ bytes: some Collection<UInt8>) -> [UInt8] {
        Array(key.code(for: bytes).prefix(16))
    }
}
