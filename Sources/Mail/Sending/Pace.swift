internal import Time

/// How many messages a minute go to one domain: large providers turn away who comes too fast. Messages beyond it get a later time each, one after
/// the other, so that they wait in the outbox and not here.
struct Pace {
    private struct Lane {
        /// When the domain would be unburdened again.
        var busyUntil: Instant
        /// The next free time for a message that has to wait.
        var nextWait: Instant
    }

    private let interval: Duration
    private let burst: Duration
    private var lanes: [String: Lane] = [:]

    /// A pace of that many a minute; a tenth of them may go at once.
    init(perMinute: Int) {
        precondition(perMinute > 0, "a pace of no messages at all")
        interval = .minutes(1) / perMinute
        burst = interval * max(perMinute / 10, 1) - interval
    }

    /// Nil if a message to `domain` may go now, and then it counts; else when it may.
    mutating func wait(for domain: String, at now: Instant) -> Instant? {
        if lanes.count > 5000 { lanes = lanes.filter { $0.value.busyUntil > now } }
        var lane = lanes[domain] ?? Lane(busyUntil: now, nextWait: now)
        defer { lanes[domain] = lane }
        if lane.busyUntil <= now + burst {
            lane.busyUntil = max(lane.busyUntil, now) + interval
            return nil
        }
        let wait = max(lane.nextWait, lane.busyUntil - burst)
        lane.nextWait = wait + interval
        return wait
    }
}
