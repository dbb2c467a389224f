internal import Time

/// When something that is done again and again is due.
public enum Rhythm: Sendable, Hashable {
    /// That long after it was last done; at once on a new site.
    case every(Duration)
    /// Each day when the clock shows that hour in UTC, 0 to 23: for work that should not meet visitors.
    case daily(hour: Int)

    /// When it is due on a site that never did it.
    func first(after now: Instant) -> Instant {
        switch self {
        case .every: now
        case .daily: next(after: now)
        }
    }

    /// When it is due after having been done at `now`.
    func next(after now: Instant) -> Instant {
        switch self {
        case .every(let period): return now + period
        case .daily(let hour):
            let day = Duration.days(1).milliseconds
            let today = Instant(milliseconds: now.milliseconds - now.milliseconds % day) + .hours(hour)
            return today > now ? today : today + .days(1)
        }
    }
}
