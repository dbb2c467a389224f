internal import Synchronization

/// Opens a destination inside a closure that may run again when a server is lost: a file is begun anew, but what has gone to standard
/// output cannot be taken back.
public final class Outlet: Sendable {
    private let destination: Destination
    private let hasOpened = Mutex(false)

    /// A way to this destination.
    public init(_ destination: Destination) {
        self.destination = destination
    }

    /// Opens the destination. Throws `FileFailure`, and `BackupError.interrupted` if it is standard output and was opened before.
    public func open() throws -> OutputFile {
        let isAgain = hasOpened.withLock { hasOpened in
            defer { hasOpened = true }
            return hasOpened
        }
        guard !isAgain || destination != .standardOutput else { throw BackupError.interrupted }
        return try OutputFile(destination)
    }
}
