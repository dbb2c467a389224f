internal import Time

/// What is done for jobs of one kind. Must be idempotent: after a crash a job runs again.
public struct JobHandler: Sendable {
    let kind: String
    let rhythm: Rhythm?
    let perform: @Sendable (String) async throws -> Void

    /// Does jobs of a kind that others add, with their payload.
    public init(_ kind: String, perform: @escaping @Sendable (_ payload: String) async throws -> Void) {
        self.kind = kind
        self.rhythm = nil
        self.perform = perform
    }

    /// Does something again and again, once for the whole site however many nodes run it.
    public init(_ kind: String, _ rhythm: Rhythm, perform: @escaping @Sendable () async throws -> Void) {
        self.kind = kind
        self.rhythm = rhythm
        self.perform = { _ in try await perform() }
    }
}
