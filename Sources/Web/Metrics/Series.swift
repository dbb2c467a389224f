internal import CoreMetrics
internal import Synchronization

/// One metric with its dimensions.
protocol Series: AnyObject, Sendable {
    var type: String { get }
    func lines(_ name: SeriesName) -> String
}

final class CounterSeries: Series, CounterHandler {
    private let total = Atomic<Int64>(0)

    var type: String { "counter" }
    func increment(by amount: Int64) { total.wrappingAdd(amount, ordering: .relaxed) }
    func reset() { total.store(0, ordering: .relaxed) }
    func lines(_ name: SeriesName) -> String { "\(name.written()) \(total.load(ordering: .relaxed))\n" }
}

final class FloatingCounterSeries: Series, FloatingPointCounterHandler {
    private let total = Mutex(0.0)

    var type: String { "counter" }
    func increment(by amount: Double) { total.withLock { $0 += amount } }
    func reset() { total.withLock { $0 = 0 } }
    func lines(_ name: SeriesName) -> String { "\(name.written()) \(total.withLock { $0 })\n" }
}

final class GaugeSeries: Series, MeterHandler, RecorderHandler {
    private let value = Mutex(0.0)

    var type: String { "gauge" }
    func set(_ new: Int64) { set(Double(new)) }
    func set(_ new: Double) { value.withLock { $0 = new } }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { value.withLock { $0 -= amount } }
    func record(_ new: Int64) { set(Double(new)) }
    func record(_ new: Double) { set(new) }
    func lines(_ name: SeriesName) -> String { "\(name.written()) \(value.withLock { $0 })\n" }
}

/// Values counted by size; times in seconds.
final class HistogramSeries: Series, TimerHandler, RecorderHandler {
    static let seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    static let magnitudes = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000].map(Double.init)

    private struct State {
        var counts: [Int]
        var count = 0
        var sum = 0.0
    }

    private let bounds: [Double]
    private let state: Mutex<State>

    init(_ bounds: [Double]) {
        self.bounds = bounds
        state = Mutex(State(counts: [Int](repeating: 0, count: bounds.count)))
    }

    var type: String { "histogram" }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1_000_000_000) }
    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        let place = bounds.firstIndex { value <= $0 }
        state.withLock { state in
            if let place { state.counts[place] += 1 }
            state.count += 1
            state.sum += value
        }
    }

    func lines(_ name: SeriesName) -> String {
        let state = state.withLock { $0 }
        var below = 0
        var text = ""
        for (bound, count) in zip(bounds, state.counts) {
            below += count
            text += "\(name.written(suffix: "_bucket", more: "le=\"\(bound)\"")) \(below)\n"
        }
        text += "\(name.written(suffix: "_bucket", more: "le=\"+Inf\"")) \(state.count)\n"
        text += "\(name.written(suffix: "_sum")) \(state.sum)\n"
        return text + "\(name.written(suffix: "_count")) \(state.count)\n"
    }
}
