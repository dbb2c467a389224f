import App
import ArgumentParser
import Foundation
import Logging

/// The settings as flags; each can also stand in the environment or in `socle.yaml` (see `socle settings`).
struct SettingOptions: ParsableArguments {
    @Option(help: "The address to listen on.") var host: String?
    @Option(help: "The port to listen on.") var port: String?
    @Option(name: .customLong("base-url"), help: "How visitors reach the site.") var baseURL: String?
    @Option(help: "The folder for the database, the secret and files.") var data: String?
    @Option(help: "sqlite:PATH or postgres://…") var database: String?
    @Option(name: .customLong("smtp-url"), help: "smtp://host:port or smtps://user:password@host:port") var smtpURL: String?
    @Option(help: "The mailbox that messages come from.") var mailFrom: String?
    @Option(help: "Messages a minute to one domain at most.") var mailPace: String?
    @Option(help: "Proxies that are believed, comma-separated.") var trustedProxies: String?
    @Option(help: "Megabytes for the page cache; 0 turns it off.") var pageCache: String?
    @Option(help: "Who may read /metrics, comma-separated.") var metrics: String?
    @Option(help: "What is worth a line in the log.") var logLevel: String?
    @Option(help: "The folder with catalogues, pages and assets.") var resources: String?
    @Option(help: "The file with settings; socle.yaml if there is one.") var config: String?

    private var flags: [Setting: String] {
        let given: [Setting: String?] = [
            .host: host, .port: port, .baseURL: baseURL, .data: data, .database: database, .smtpURL: smtpURL, .mailFrom: mailFrom,
            .mailPace: mailPace, .trustedProxies: trustedProxies, .pageCache: pageCache, .metrics: metrics, .logLevel: logLevel,
            .resources: resources,
        ]
        return given.compactMapValues { $0 }
    }

    /// Everything the settings say, checked.
    func read() async throws -> Settings {
        let environment = ProcessInfo.processInfo.environment
        return try Settings(await SettingReader(flags: flags, environment: environment, file: config))
    }

    /// The parts of the program, opened. A command speaks by what it prints, so its log holds only what is wrong.
    func open(quietly: Bool = false) async throws -> Program {
        let settings = try await read()
        let level = quietly ? .warning : settings.logLevel
        // What is written holds what people think: nobody else on the machine may read it.
        umask(0o077)
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        let program = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments.first ?? "socle")
        return try await Program(settings: settings, program: program, logger: Logger(label: "socle"))
    }
}
