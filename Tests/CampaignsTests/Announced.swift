import Logging
import Storage
import Synchronization

/// What a database announced.
final class Announced: Sendable {
    private let held = Mutex<Set<Topic>>([])

    func add(_ changes: Changes) {
        guard case .topics(let topics) = changes else { return }
        held.withLock { $0.formUnion(topics) }
    }

    var topics: Set<Topic> { held.withLock { $0 } }
}

extension Logger {
    /// A logger that tells nobody.
    static let silent = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
}
