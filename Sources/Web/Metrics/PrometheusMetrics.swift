public import CoreMetrics
internal import Synchronization

/// Keeps the program's metrics and writes them in the text format of Prometheus, version 0.0.4, for whoever may read `/metrics`.
public final class PrometheusMetrics: MetricsFactory, Sendable {
    private let series = Mutex<[SeriesName: any Series]>([:])

    /// No metrics yet.
    public init() {}

    /// Every series in the text format, sorted by name.
    public func text() -> String {
        let all = series.withLock { $0 }.sorted { $0.key < $1.key }
        var text = ""
        var lastName = ""
        for (name, series) in all {
            if name.name != lastName {
                text += "# TYPE \(name.name) \(series.type)\n"
                lastName = name.name
            }
            text += series.lines(name)
        }
        return text
    }

    /// A number that only grows.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        existing(SeriesName(label, dimensions)) { CounterSeries() }
    }

    /// A number with decimals that only grows.
    public func makeFloatingPointCounter(label: String, dimensions: [(String, String)]) -> any FloatingPointCounterHandler {
        existing(SeriesName(label, dimensions)) { FloatingCounterSeries() }
    }

    /// A number that goes up and down.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        existing(SeriesName(label, dimensions)) { GaugeSeries() }
    }

    /// Sizes: counted by magnitude if aggregated, else the latest one.
    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        let name = SeriesName(label, dimensions)
        return aggregate ? existing(name) { HistogramSeries(HistogramSeries.magnitudes) } : existing(name) { GaugeSeries() }
    }

    /// Durations, counted by magnitude in seconds.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        existing(SeriesName(label, dimensions)) { HistogramSeries(HistogramSeries.seconds) }
    }

    /// Gives up the series.
    public func destroyCounter(_ handler: any CounterHandler) { drop(handler) }
    /// Gives up the series.
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { drop(handler) }
    /// Gives up the series.
    public func destroyMeter(_ handler: any MeterHandler) { drop(handler) }
    /// Gives up the series.
    public func destroyRecorder(_ handler: any RecorderHandler) { drop(handler) }
    /// Gives up the series.
    public func destroyTimer(_ handler: any TimerHandler) { drop(handler) }

    /// The series of that name. Asked for as another kind of metric, a series is made that nobody reads: two kinds cannot share a name.
    private func existing<Kind: Series>(_ name: SeriesName, _ make: () -> Kind) -> Kind {
        series.withLock { series in
            if let known = series[name] { return known as? Kind ?? make() }
            let new = make()
            series[name] = new
            return new
        }
    }

    private func drop(_ handler: AnyObject) {
        series.withLock { series in series = series.filter { $0.value !== handler } }
    }
}

/// A metric's name with its dimensions.
struct SeriesName: Hashable, Comparable {
    let name: String
    /// `route="/",status="2xx"`, or nothing.
    let labels: String

    init(_ label: String, _ dimensions: [(String, String)]) {
        name = Self.plain(label)
        labels = dimensions.map { "\(Self.plain($0))=\"\(Self.escaped($1))\"" }.joined(separator: ",")
    }

    static func < (left: SeriesName, right: SeriesName) -> Bool {
        (left.name, left.labels) < (right.name, right.labels)
    }

    /// `name{labels,more}`
    func written(suffix: String = "", more: String = "") -> String {
        let all = [labels, more].filter { !$0.isEmpty }.joined(separator: ",")
        return name + suffix + (all.isEmpty ? "" : "{\(all)}")
    }

    private static func plain(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) || scalar == ":" ? scalar : "_"
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
