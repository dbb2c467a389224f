public import struct Foundation.Date

/// A moment, in whole milliseconds since 1970-01-01T00:00:00 UTC. The only form in which times are stored and compared.
public struct Instant: Hashable, Comparable, Codable, Sendable {
    /// Milliseconds since the Unix epoch, negative before it.
    public let milliseconds: Int64

    /// The moment that many milliseconds after the Unix epoch.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The moment of a Foundation date, rounded down to the millisecond.
    public init(_ date: Date) {
        self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// The same moment for Foundation's formatters.
    public var date: Date {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    }

    /// Whether a moment is before another.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The moment that much later; parts of a millisecond are dropped.
    public static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(milliseconds: instant.milliseconds + duration.milliseconds)
    }

    /// The moment that much earlier; parts of a millisecond are dropped.
    public static func - (instant: Instant, duration: Duration) -> Instant {
        Instant(milliseconds: instant.milliseconds - duration.milliseconds)
    }

    /// The time between two moments, negative if `right` is the later one.
    public static func - (left: Instant, right: Instant) -> Duration {
        .milliseconds(left.milliseconds - right.milliseconds)
    }

    /// ISO 8601 in UTC to the second, as `<time datetime>`, feeds and logs want it: `2026-10-17T08:00:00Z`.
    public var iso8601: String {
        date.ISO8601Format()
    }
}

extension Duration {
    /// Whole milliseconds, rounded towards zero.
    public var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }

    /// That many minutes.
    public static func minutes(_ count: Int) -> Duration { .seconds(60 * count) }

    /// That many hours.
    public static func hours(_ count: Int) -> Duration { .minutes(60 * count) }

    /// That many days of 24 hours.
    public static func days(_ count: Int) -> Duration { .hours(24 * count) }
}
