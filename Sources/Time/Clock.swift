internal import struct Foundation.Date

/// Where a part of the program learns what time it is. Handed in by initialisers, so that tests decide.
public struct Clock: Sendable {
    /// The present moment.
    public let now: @Sendable () -> Instant

    /// A clock that answers what `now` answers.
    public init(now: @escaping @Sendable () -> Instant) {
        self.now = now
    }

    /// The machine's clock.
    public static let system = Clock { .now }
}

extension Instant {
    /// The present moment by the machine's clock; ask a `Clock` instead wherever one is at hand.
    fileprivate static var now: Instant { Instant(.now) }
}
