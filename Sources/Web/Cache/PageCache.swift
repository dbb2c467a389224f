internal import Synchronization
internal import Time

/// Answers that serve everybody, kept until one of their topics moves or they grow old. Bounded in bytes; 0 bytes keep nothing.
///
/// A hit takes one lock of one shard. Storing and dropping also take the ledger, which knows when which topic moved and what hangs on it,
/// always before the shard's lock.
public final class PageCache: Sendable {
    private let shards: [CacheShard]
    private let ledger: Mutex<TopicLedger>

    /// A cache of at most that many bytes, 64 MB if nothing else is said.
    public init(bytes: Int = 64 << 20) {
        let shardCount = bytes > 0 ? 16 : 0
        shards = (0..<shardCount).map { _ in CacheShard(capacity: bytes / shardCount) }
        ledger = Mutex(TopicLedger())
    }

    /// Drops every answer made from one of these topics, and keeps those being made just now from being stored.
    public func invalidate(topics: some Sequence<String>) {
        ledger.withLock { ledger in
            for key in ledger.move(topics) {
                shard(key)?.remove(key)
            }
        }
    }

    /// Drops everything: nobody knows what changed.
    public func invalidateEverything() {
        ledger.withLock { ledger in
            ledger.moveEverything()
            for shard in shards { shard.removeAll() }
        }
    }

    /// How many answers are kept.
    public var count: Int { shards.reduce(0) { $0 + $1.count } }

    /// How many bytes they take.
    public var bytes: Int { shards.reduce(0) { $0 + $1.bytes } }

    var isOff: Bool { shards.isEmpty }

    /// The moment to remember when an answer begins to be made.
    func begin() -> TopicLedger.Moment {
        ledger.withLock { $0.begin() }
    }

    /// An answer that is not too old.
    func find(_ key: String, at now: Instant) -> ReadyAnswer? {
        shard(key)?.find(key, at: now)
    }

    /// Keeps an answer if none of its topics moved since its making began. The caller learns whether it is still true to the topics, which
    /// does not depend on whether there was room for it.
    func end(_ moment: TopicLedger.Moment, _ key: String, _ answer: ReadyAnswer?, topics: Set<String>, until: Instant) -> Bool {
        ledger.withLock { ledger in
            let isTrue = ledger.end(moment, topics)
            if isTrue, let answer, let shard = shard(key) {
                for evicted in shard.store(key, answer, until: until) { ledger.forget(evicted) }
                if shard.holds(key) { ledger.note(key, topics) }
            }
            return isTrue
        }
    }

    private func shard(_ key: String) -> CacheShard? {
        guard !shards.isEmpty else { return nil }
        // FNV-1a; multiplied once more, since its upper bits say little of a short key's last letters.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return shards[Int((hash &* 0x9E37_79B9_7F4A_7C15) >> 32) % shards.count]
    }
}
