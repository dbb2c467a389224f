internal import Synchronization

/// Who wants to know what commits change.
final class Announcements: Sendable {
    private let handlers = Mutex<[@Sendable (Changes) -> Void]>([])

    /// Whether nobody listens.
    var isEmpty: Bool { handlers.withLock { $0.isEmpty } }

    /// Adds someone who wants to know.
    func add(_ handler: @escaping @Sendable (Changes) -> Void) {
        handlers.withLock { $0.append(handler) }
    }

    /// Tells everybody, on the calling thread.
    func tell(_ changes: Changes) {
        if case .topics(let topics) = changes, topics.isEmpty { return }
        for handler in handlers.withLock({ $0 }) { handler(changes) }
    }
}
