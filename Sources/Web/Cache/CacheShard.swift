internal import Synchronization
internal import Time

/// A part of the page cache with its own lock. What was not asked for since the hand last passed goes first (the clock algorithm).
final class CacheShard: Sendable {
    private struct Entry {
        let answer: ReadyAnswer
        let until: Instant
        let slot: Int
        var wasUsed: Bool
    }

    private struct State {
        var entries: [String: Entry] = [:]
        /// The keys on the clock's face; empty places are reused.
        var face: [String?] = []
        var free: [Int] = []
        var hand = 0
        var bytes = 0
    }

    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int) {
        self.capacity = capacity
    }

    var count: Int { state.withLock { $0.entries.count } }
    var bytes: Int { state.withLock { $0.bytes } }

    func find(_ key: String, at now: Instant) -> ReadyAnswer? {
        state.withLock { state in
            guard let place = state.entries.index(forKey: key) else { return nil }
            guard state.entries.values[place].until > now else { return nil }
            if !state.entries.values[place].wasUsed { state.entries.values[place].wasUsed = true }
            return state.entries.values[place].answer
        }
    }

    func holds(_ key: String) -> Bool {
        state.withLock { $0.entries[key] != nil }
    }

    /// Keeps an answer, unless it is larger than a quarter of the shard; gives the keys that had to go for it.
    func store(_ key: String, _ answer: ReadyAnswer, until: Instant) -> [String] {
        state.withLock { state in
            Self.remove(key, &state)
            guard answer.cost <= capacity / 4 else { return [key] }
            var evicted: [String] = []
            while state.bytes + answer.cost > capacity, let victim = Self.nextVictim(&state) {
                Self.remove(victim, &state)
                evicted.append(victim)
            }
            let slot = state.free.popLast() ?? state.face.count
            if slot == state.face.count { state.face.append(key) } else { state.face[slot] = key }
            state.entries[key] = Entry(answer: answer, until: until, slot: slot, wasUsed: false)
            state.bytes += answer.cost
            return evicted
        }
    }

    func remove(_ key: String) {
        state.withLock { Self.remove(key, &$0) }
    }

    func removeAll() {
        state.withLock { $0 = State() }
    }

    private static func remove(_ key: String, _ state: inout State) {
        guard let entry = state.entries.removeValue(forKey: key) else { return }
        state.bytes -= entry.answer.cost
        state.face[entry.slot] = nil
        state.free.append(entry.slot)
    }

    private static func nextVictim(_ state: inout State) -> String? {
        guard !state.entries.isEmpty else { return nil }
        while true {
            state.hand = (state.hand + 1) % state.face.count
            guard let key = state.face[state.hand] else { continue }
            guard state.entries[key]?.wasUsed == true else { return key }
            state.entries[key]?.wasUsed = false
        }
    }
}
