internal import HTTPTypes
internal import HummingbirdCore
public import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
public import ServiceLifecycle

/// Answers requests on a socket until it is asked to stop; then requests in flight are finished and idle connections closed.
public struct WebServer: Service {
    /// Where and how to listen.
    public struct Settings: Sendable {
        /// The address to listen on.
        public var host: String
        /// The port; 0 lets the system choose.
        public var port: Int
        /// How long a connection may lie idle.
        public var idleTimeout: Duration
        /// How long a sender may take for a request before it must keep up a minimal pace; a third of how long a reader may stand still.
        public var patience: Duration
        /// How many connections may be open; further ones wait to be accepted.
        public var mostConnections: Int

        /// Settings for a server.
        public init(
            host: String = "127.0.0.1", port: Int, idleTimeout: Duration = .seconds(20), patience: Duration = .seconds(20),
            mostConnections: Int = 8000
        ) {
            self.host = host
            self.port = port
            self.idleTimeout = idleTimeout
            self.patience = patience
            self.mostConnections = mostConnections
        }
    }

    private let responder: Responder
    private let settings: Settings
    private let logger: Logger
    private let onListening: @Sendable (_ port: Int) async -> Void

    /// A server for a responder. `onListening` learns the port once connections are accepted.
    public init(
        _ responder: Responder, _ settings: Settings, logger: Logger,
        onListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) {
        self.responder = responder
        self.settings = settings
        self.logger = logger
        self.onListening = onListening
    }

    /// Listens until a graceful shutdown or cancellation. Throws if the address cannot be had.
    public func run() async throws {
        let responder = responder
        let patience = settings.patience
        let idleTimeout = settings.idleTimeout
        let connections = HTTPServerBuilder { answer in
            WebConnection(responder: answer, quick: responder.quick, patience: patience, idleTimeout: idleTimeout)
        }
        let server = try connections.buildServer(
            configuration: ServerConfiguration(
                address: .hostname(settings.host, port: settings.port), backlog: 1024,
                availableConnectionsDelegate: .maximum(settings.mostConnections, logger: logger)),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger,
            responder: { request, writer, channel in
                let response = await responder.respond(to: request, peer: ClientAddress(channel.remoteAddress))
                do {
                    try await writer.write(response: response.head, body: response.body)
                } catch let error as HTTPParserError {
                    // Thrown on, it would be answered a second time, in the middle of this answer.
                    throw BrokenOff(cause: error)
                }
            },
            onServerRunning: { [onListening] channel in await onListening(channel.localAddress?.port ?? 0) })
        do {
            try await server.run()
        } catch let error as IOError where [EADDRINUSE, EADDRNOTAVAIL, EACCES].contains(error.errnoCode) {
            throw CannotListen(address: "\(settings.host):\(settings.port)", cause: error)
        }
    }

    /// The address to listen on cannot be had: another program has it, it is none of this machine, or the port is for the administrator.
    public struct CannotListen: Error, CustomStringConvertible {
        let address: String
        let cause: any Error

        /// Words for the administrator.
        public var description: String { "cannot listen on \(address): \(cause)" }
    }
}

/// The reader's connection failed while the answer was on its way.
private struct BrokenOff: Error {
    let cause: HTTPParserError
}

extension ClientAddress {
    /// The address of a peer; that of the machine itself for a local socket.
    fileprivate init(_ address: SocketAddress?) {
        self = address?.ipAddress.flatMap { ClientAddress($0) } ?? .loopback
    }
}

extension Duration {
    var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
