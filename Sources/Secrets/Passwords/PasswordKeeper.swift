internal import Foundation

/// Makes and checks password hashes, one after the other on a thread of its own that lets everybody else go first: however many people
/// sign in at once, the pages of visitors are answered.
public final class PasswordKeeper: Sendable {
    /// Too many people wait for their turn; none of them was checked.
    public struct Busy: Error {}

    /// What a check says.
    public enum Outcome: Sendable, Hashable {
        /// It is not the password, or there is none.
        case wrong
        /// It is.
        case right
        /// It is, and the hash should be replaced by this one, which took the work that is usual now.
        case rightAfresh(PasswordHash)
    }

    /// How many may wait: at a fifth of a second each, the last one waits for twenty seconds.
    private static let mostWaiting = 100

    private let cost: PasswordHash.Cost
    private let line = Line()
    private let decoy: PasswordHash

    /// A keeper with its thread, whose hashes cost so much.
    public init(cost: PasswordHash.Cost = .standard) {
        self.cost = cost
        // A key that no password has: checking it takes as long as checking any other, so that time does not tell whose mailbox is known.
        decoy = PasswordHash(cost: cost, salt: Array(repeating: 0, count: 16), key: Array(repeating: 0, count: 32))
        let line = line
        let thread = Thread { line.work() }
        thread.name = "passwords"
        thread.start()
    }

    deinit {
        line.close()
    }

    /// The hash to store for a new password. Throws `Busy`.
    public func hash(_ password: String) async throws -> PasswordHash {
        let prepared = Self.prepared(password)
        return try await run { [cost] in try PasswordHash.make(of: prepared, cost: cost) }
    }

    /// Whether a password is the one of the stored hash; without a hash the same time passes. Throws `Busy`.
    public func check(_ password: String, against stored: PasswordHash?) async throws -> Outcome {
        let prepared = Self.prepared(password)
        let hash = stored ?? decoy
        return try await run { [cost] in
            guard try hash.matches(prepared), stored != nil else { return .wrong }
            return hash.cost == cost ? .right : .rightAfresh(try PasswordHash.make(of: prepared, cost: cost))
        }
    }

    /// The same password typed on another keyboard: composed and decomposed letters are one (NIST SP 800-63B, section 5.1.1.2).
    private static func prepared(_ password: String) -> String {
        password.precomposedStringWithCompatibilityMapping
    }

    private func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let isTaken = line.add(atMost: Self.mostWaiting) { continuation.resume(with: Result(catching: work)) }
            if !isTaken { continuation.resume(throwing: Busy()) }
        }
    }
}

/// The work that waits for the thread. Unchecked, because every property is guarded by `condition`.
private final class Line: @unchecked Sendable {
    private let condition = NSCondition()
    private var waiting: [@Sendable () -> Void] = []
    private var isClosed = false

    func add(atMost limit: Int, _ work: @escaping @Sendable () -> Void) -> Bool {
        condition.withLock {
            guard waiting.count < limit, !isClosed else { return false }
            waiting.append(work)
            condition.signal()
            return true
        }
    }

    func work() {
        #if os(Linux)
            // On Linux this is the niceness of the calling thread alone.
            _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 15)
        #endif
        while let next = next() { next() }
    }

    func close() {
        condition.withLock {
            isClosed = true
            condition.signal()
        }
    }

    private func next() -> (@Sendable () -> Void)? {
        condition.withLock {
            while waiting.isEmpty {
                if isClosed { return nil }
                condition.wait()
            }
            return waiting.removeFirst()
        }
    }
}
