/// When which topic moved, and which kept answers hang on it. Moments are numbers of their own, not times of a clock.
struct TopicLedger {
    typealias Moment = UInt64

    private var now: Moment = 0
    private var everythingMoved: Moment = 0
    private var moved: [String: Moment] = [:]
    private var keys: [String: Set<String>] = [:]
    private var topics: [String: Set<String>] = [:]
    /// How many answers are being made since a moment.
    private var making: [Moment: Int] = [:]

    /// Topics that moved while something was being made are remembered; this many at most, then all answers being made count as old.
    private static let mostRemembered = 10_000

    mutating func begin() -> Moment {
        making[now, default: 0] += 1
        return now
    }

    /// Ends a making; true if none of its topics moved meanwhile.
    mutating func end(_ moment: Moment, _ topics: Set<String>) -> Bool {
        if let count = making[moment] { making[moment] = count > 1 ? count - 1 : nil }
        let isTrue = everythingMoved <= moment && topics.allSatisfy { (moved[$0] ?? 0) <= moment }
        if making.isEmpty { moved.removeAll(keepingCapacity: true) }
        return isTrue
    }

    /// Notes that topics moved; gives the keys of the answers that hang on them.
    mutating func move(_ names: some Sequence<String>) -> Set<String> {
        now += 1
        var stale: Set<String> = []
        for name in names {
            if !making.isEmpty { moved[name] = now }
            stale.formUnion(keys[name] ?? [])
        }
        if moved.count > Self.mostRemembered {
            everythingMoved = now
            moved.removeAll()
        }
        for key in stale { forget(key) }
        return stale
    }

    mutating func moveEverything() {
        now += 1
        everythingMoved = now
        moved.removeAll()
        keys.removeAll()
        topics.removeAll()
    }

    mutating func note(_ key: String, _ names: Set<String>) {
        forget(key)
        topics[key] = names
        for name in names { keys[name, default: []].insert(key) }
    }

    mutating func forget(_ key: String) {
        for name in topics.removeValue(forKey: key) ?? [] {
            keys[name]?.remove(key)
            if keys[name]?.isEmpty == true { keys[name] = nil }
        }
    }
}
