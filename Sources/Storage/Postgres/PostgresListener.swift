internal import CPostgres
internal import Foundation
internal import Synchronization

/// Hears what other programs on the same server change. One connection and one thread.
final class PostgresListener: Sendable {
    private let address: String
    private let node: UInt64
    private let announcements: Announcements
    private let state = Mutex(State.new)

    private enum State {
        case new, running, closed
    }

    /// Seconds after which the thread looks whether it is still wanted, and between attempts to connect.
    private static let pause = 1.0

    init(address: String, node: UInt64, announcements: Announcements) {
        self.address = address
        self.node = node
        self.announcements = announcements
    }

    /// Starts to listen, the first time.
    func start() {
        let isFirst = state.withLock { state in
            defer { if state == .new { state = .running } }
            return state == .new
        }
        guard isFirst else { return }
        let thread = Thread { [self] in
            while isWanted {
                do throws(PostgresFailure) {
                    try listen()
                } catch {
                    // Nothing to tell: what is held in memory is the best there is until the server is back, and then all is read anew.
                    Thread.sleep(forTimeInterval: Self.pause)
                }
            }
        }
        thread.name = "postgres listener"
        thread.start()
    }

    /// Ends the thread, within a second.
    func close() {
        state.withLock { $0 = .closed }
    }

    private var isWanted: Bool { state.withLock { $0 == .running } }

    private func listen() throws(PostgresFailure) {
        let connection = try PostgresConnection(address: address)
        try connection.command(PostgresNotice.listening)
        try connection.command(PostgresPresence.holding)
        // Whatever was announced before is past hearing.
        announcements.tell(.everything)
        while isWanted {
            var socket = pollfd(fd: connection.socket, events: Int16(POLLIN), revents: 0)
            guard poll(&socket, 1, Int32(Self.pause * 1000)) > 0 else { continue }
            for payload in try connection.notifications() {
                if let topics = PostgresNotice.topics(in: payload, receivedBy: node) { announcements.tell(.topics(topics)) }
            }
        }
    }
}
