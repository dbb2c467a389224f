internal import Synchronization

/// Lets one request make an answer while others for the same key wait for it.
final class Flights: Sendable {
    private let current = Mutex<[String: Flight]>([:])

    /// A flight to lead, or one to wait for.
    enum Role {
        case leads(Flight)
        case waits(Flight)
    }

    func join(_ key: String) -> Role {
        current.withLock { current in
            if let flight = current[key] { return .waits(flight) }
            let flight = Flight()
            current[key] = flight
            return .leads(flight)
        }
    }

    /// Ends a flight: whoever comes now finds the cache filled, or begins anew.
    func land(_ key: String, _ flight: Flight, with result: Flight.Result) {
        _ = current.withLock { $0.removeValue(forKey: key) }
        flight.land(result)
    }
}

/// One making of an answer.
final class Flight: Sendable {
    enum Result: Sendable {
        /// It serves everybody who waited.
        case shared(ReadyAnswer)
        /// Something it was made from moved: who waited came after that, and must not get it.
        case overtaken
        /// It was for the one who led.
        case personal
    }

    private struct State {
        var result: Result?
        var waiting: [CheckedContinuation<Result, Never>] = []
    }

    private let state = Mutex(State())

    func result() async -> Result {
        await withCheckedContinuation { continuation in
            let landed = state.withLock { state in
                if state.result == nil { state.waiting.append(continuation) }
                return state.result
            }
            if let landed { continuation.resume(returning: landed) }
        }
    }

    fileprivate func land(_ result: Result) {
        let waiting = state.withLock { state in
            state.result = result
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: result) }
    }
}
