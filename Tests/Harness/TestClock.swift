internal import Synchronization
public import Time

/// A clock that a test moves by hand. It begins on 2026-01-15 at noon UTC.
public final class TestClock: Sendable {
    private let moment = Mutex(Instant(milliseconds: 1_768_478_400_000))

    /// A clock that stands still.
    public init() {}

    /// What the parts under test read.
    public var clock: Clock {
        Clock { self.now }
    }

    /// The moment it shows.
    public var now: Instant {
        moment.withLock { $0 }
    }

    /// Moves it on.
    public func advance(by duration: Duration) {
        moment.withLock { $0 = $0 + duration }
    }
}
