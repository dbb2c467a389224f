internal import CPostgres
internal import Foundation

/// A connection that comes back: made when needed, made again when the server returns. It lives on one thread.
final class PostgresLink {
    private let address: String
    private var connection: PostgresConnection?
    private var awaySince: ContinuousClock.Instant?
    private var lastFailure: (at: ContinuousClock.Instant, error: StorageError)?

    /// How long callers wait for a server that is away.
    private static let patience = Duration.seconds(5)
    /// Seconds between two attempts to connect.
    private static let pause = 0.1

    init(address: String) {
        self.address = address
    }

    /// The connection; tries for five seconds to make one. While the server stays away longer, callers fail at once.
    func open() throws(StorageError) -> PostgresConnection {
        if let connection { return connection }
        let start = awaySince ?? .now
        awaySince = start
        var refusals = 0
        while true {
            if let lastFailure, .now - lastFailure.at < .seconds(Self.pause) {
                guard .now - start < Self.patience else { throw lastFailure.error }
            } else {
                do throws(PostgresFailure) {
                    return try connect()
                } catch {
                    lastFailure = (.now, error.error)
                    // A server that answers but lets us not in (password, name of the database) will not change its mind.
                    refusals += PQping(address) == PQPING_OK ? 1 : 0
                    guard refusals < 10, .now - start < Self.patience else { throw error.error }
                }
            }
            Thread.sleep(forTimeInterval: Self.pause)
        }
    }

    /// Forgets a connection that failed.
    func drop() {
        connection = nil
        awaySince = awaySince ?? .now
    }

    private func connect() throws(PostgresFailure) -> PostgresConnection {
        let made = try PostgresConnection(address: address)
        try made.enterPipeline()
        connection = made
        awaySince = nil
        lastFailure = nil
        return made
    }
}
