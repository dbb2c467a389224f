import Foundation
import Logging
import Synchronization

/// Writes the log to standard error, a line an event. The lines are those of swift-log's `StreamLogHandler`, written in half its time: a busy
/// site writes one for every form that is sent, and that handler asks the disk for the time zone at each.
struct LogLines: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    private let label: String

    init(label: String, level: Logger.Level) {
        self.label = label
        logLevel = level
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = "\(Self.time()) \(event.level.rawValue) \(label):"
        for (name, value) in details(of: event) { line += " \(name)=\(value)" }
        line += " [\(event.source)] \(event.message)\n"
        line.withUTF8 { bytes in
            // Where nobody reads the log, there is nobody to tell.
            _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        }
    }

    /// Names and values in the order of the alphabet; what the event says stands before what its logger says.
    private func details(of event: LogEvent) -> [(key: String, value: Logger.MetadataValue)] {
        var details = metadata
        if let provided = metadataProvider?.get() { details.merge(provided) { $1 } }
        if let said = event.metadata { details.merge(said) { $1 } }
        if let error = event.error { details["error"] = "\(error)" }
        return details.sorted { $0.key < $1.key }
    }

    private static let latest = Mutex((second: time_t.min, text: ""))

    /// The time to the second where the machine stands: `2026-11-22T17:30:00+0100`, made once a second.
    private static func time() -> String {
        var second = Foundation.time(nil)
        return latest.withLock { latest in
            guard latest.second != second else { return latest.text }
            var parts = tm()
            localtime_r(&second, &parts)
            let text = String(unsafeUninitializedCapacity: 40) { buffer in
                buffer.withMemoryRebound(to: CChar.self) { strftime($0.baseAddress, 40, "%Y-%m-%dT%H:%M:%S%z", &parts) }
            }
            latest = (second, text)
            return text
        }
    }
}
