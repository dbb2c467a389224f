internal import Time

/// How many messages a minute go to one domain: large providers turn away who comes too fast. Messages beyond it get a later time each, one after
/// the other, so that they wait in the outbox and not here. Bulk mail stands in a line of its own, which no personal message has to wait for.
struct Pace {
    private struct Lane {
        /// When the domain would be unburdened again.
        var busyUntil: Instant
        /// The next free time for a personal message that has to wait, and for one of bulk mail.
        var nextPersonal: Instant
        var nextBulk: Instant
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
    mutating func wait(for domain: String, isBulk: Bool, at now: Instant) -> Instant? {
        if lanes.count > 5000 { lanes = lanes.filter { $0.value.busyUntil > now } }
        var lane = lanes[domain] ?? Lane(busyUntil: now, nextPersonal: now, nextBulk: now)
        defer { lanes[domain] = lane }
        if lane.busyUntil <= now + burst {
            lane.busyUntil = max(lane.busyUntil, now) + interval
            return nil
        }
        let wait = max(isBulk ? lane.nextBulk : lane.nextPersonal, lane.busyUntil - burst)
        if isBulk { lane.nextBulk = wait + interval } else { lane.nextPersonal = wait + interval }
        return wait
    }
}
