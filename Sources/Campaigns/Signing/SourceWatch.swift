internal import Synchronization
internal import Secrets
public import Time

/// Watches how many forms come from one place. More than usual is flagged for a moderator and nothing else happens: whoever signs in a
/// union hall shares an address with two hundred others.
public final class SourceWatch: Sendable {
    private struct State {
        var hour: Int64 = 0
        var forms: [[UInt8]: Int] = [:]
    }

    private let limit: Int
    private let state = Mutex(State())

    /// A watch that flags what comes after `limit` forms an hour.
    public init(limit: Int) {
        self.limit = limit
    }

    /// Counts a form from that source and says whether it should be flagged.
    public func flags(_ source: [UInt8], at now: Instant) -> Bool {
        let hour = now.milliseconds / Duration.hours(1).milliseconds
        return state.withLock { state in
            if state.hour != hour { state = State(hour: hour) }
            state.forms[source, default: 0] += 1
            return state.forms[source, default: 0] > limit
        }
    }
}
