internal import Secrets
internal import Storage
internal import Text
internal import Time
public import Web

extension AccountServices {
    /// The hash of a new password. While too many people wait for theirs, visitors are asked to come back.
    func hash(_ password: String) async throws -> PasswordHash {
        try await patiently { try await passwords.hash(password) }
    }

    /// Whether a password is the stored one; without a stored one it takes as long.
    func check(_ password: String, against stored: PasswordHash?) async throws -> PasswordKeeper.Outcome {
        try await patiently { try await passwords.check(password, against: stored) }
    }

    /// Reads the password that a signed-in person types again before something that matters. Guessing is limited as it is where they sign in.
    public func confirmPassword(_ check: inout FormCheck, _ field: String, of person: Person) async throws {
        guard let password = check.secret(field, min: 1) else { return }
        let subject = limits.mailbox(person.mailbox)
        let (wait, stored) = try await database.read { db in
            (try limits.wait(for: [subject], on: db), try PersonStore.password(of: person.id, on: db))
        }
        if let wait { return check.fail(field, "people.problem.wait", [.number(minutes(until: wait))]) }
        guard try await self.check(password, against: stored) == .wrong else { return }
        try await database.write { db in try limits.fail([subject], on: db) }
        check.fail(field, "people.problem.password")
    }

    /// Whole minutes until then, for people: at least one.
    func minutes(until instant: Instant) -> Int {
        max(1, Int((instant - clock.now()).components.seconds + 59) / 60)
    }

    private func patiently<Value: Sendable>(_ work: () async throws -> Value) async throws -> Value {
        do { return try await work() } catch is PasswordKeeper.Busy {
            throw WebFailure.unavailable("too many people wait for their passwords to be checked")
        }
    }
}
