internal import Campaigns
internal import Design
internal import Foundation
internal import HTML
internal import Jobs
internal import Logging
internal import Mail
public import ServiceLifecycle
internal import Site
internal import Storage
internal import Text
internal import UnixSignals
internal import Web

/// Everything that runs under `socle serve`: the site on its socket, and the work behind it.
public struct Server: Service {
    private let program: Program

    /// The server of an opened program.
    public init(_ program: Program) {
        self.program = program
    }

    /// Answers visitors until SIGTERM or SIGINT; then requests in flight are finished and claimed work is given back.
    /// - Throws: `SecretMark.Differs` before anything is done, if the database was written with another secret.
    public func run() async throws {
        try await SecretMark.check(program.secrets, on: program.database)
        let site = try await LiveSite(program)
        let settings = program.settings
        let web = WebServer(
            site.responder, WebServer.Settings(host: settings.host, port: settings.port), logger: program.logger,
            onListening: { port in Self.announce(port: port, of: program) })
        // The web comes last, so that it stops first and nothing is asked of services that are gone.
        let services: [(name: String, service: any Service)] = [
            ("changes", site.follower), ("jobs", site.worker), ("counts", site.keeper), ("mailings", site.feeder), ("mail", site.sender),
            ("web", web),
        ]
        // Without a name a service is called by all that it holds: every word of the catalogue, and the secrets.
        var group = ServiceGroupConfiguration(
            services: services.map { .init(service: $0.service, serviceName: $0.name) }, gracefulShutdownSignals: [.sigterm, .sigint],
            logger: program.logger)
        // Longer than any request or letter should take; what is not done by then is cancelled, so that the end comes within ten seconds.
        group.maximumGracefulShutdownDuration = .seconds(7)
        group.maximumCancellationDuration = .seconds(2)
        try await ServiceGroup(configuration: group).run()
        await program.close()
    }

    private static func announce(port: Int, of program: Program) {
        program.logger.notice(
            "Socle answers", metadata: ["address": "\(program.settings.baseURL)", "listening": "\(program.settings.host):\(port)"])
    }
}
