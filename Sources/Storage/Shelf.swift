internal import Synchronization

/// What many ask for and what seldom changes, kept at hand: read once for each key, and forgotten when a commit touches one of its topics.
///
///     let campaigns = Shelf<String, Campaign>(of: database, until: ["campaigns"])
///     let campaign = try await campaigns.find(slug) { try CampaignStore.find(slug, on: $0) }
public final class Shelf<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct State {
        var generation = 0
        var values: [Key: Value] = [:]
    }

    private let database: Database
    private let room: Int
    private let state = Mutex(State())

    /// A shelf for at most `room` values, which hold until a commit touches one of these topics.
    public init(of database: Database, until topics: Set<Topic>, room: Int = 200) {
        self.database = database
        self.room = room
        database.onCommit { [weak self] changes in
            switch changes {
            case .topics(let touched): if !topics.isDisjoint(with: touched) { self?.clear() }
            case .everything: self?.clear()
            }
        }
    }

    /// What is kept under that key, or what the closure reads. What is not there is asked for each time.
    public func find(_ key: Key, _ read: @escaping @Sendable (any Reader) throws -> Value?) async throws -> Value? {
        let (kept, generation) = look(key)
        if let kept { return kept }
        guard let value = try await database.read(read) else { return nil }
        keep(value, key, generation)
        return value
    }

    /// As `find`, of what is always there.
    public func value(_ key: Key, _ read: @escaping @Sendable (any Reader) throws -> Value) async throws -> Value {
        let (kept, generation) = look(key)
        if let kept { return kept }
        let value = try await database.read(read)
        keep(value, key, generation)
        return value
    }

    private func look(_ key: Key) -> (Value?, generation: Int) {
        state.withLock { ($0.values[key], $0.generation) }
    }

    private func keep(_ value: Value, _ key: Key, _ generation: Int) {
        state.withLock { state in
            // What was read before the shelf was cleared may be old.
            if state.generation == generation, state.values.count < room { state.values[key] = value }
        }
    }

    private func clear() {
        state.withLock { state in
            state.generation += 1
            state.values = [:]
        }
    }
}
