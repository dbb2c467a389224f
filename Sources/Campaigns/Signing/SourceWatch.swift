internal import Secrets
internal import Synchronization
public import Time

/// Watches how many forms come from one place. More than usual is flagged for a moderator and nothing else happens: whoever signs in a
/// union hall shares an address with two hundred others.
public final class SourceWatch: Sendable {
    private struct State {
        var hour: Int64 = 0
        var forms: [[UInt8]: Int] = [:]
    }

    private let state = Mutex(State())

    /// A watch that has seen nothing.
    public init() {}

    /// Counts a form from that source and says whether it should be flagged: more than `limit` came from there within the hour.
    public func flags(_ source: [UInt8], limit: Int, at now: Instant) -> Bool {
        let hour = now.milliseconds / Duration.hours(1).milliseconds
        return state.withLock { state in
            if state.hour != hour { state = State(hour: hour) }
            state.forms[source, default: 0] += 1
            return state.forms[source, default: 0] > limit
        }
    }
}
