import App
import ArgumentParser
import Foundation
import Logging

/// The settings as flags; each can also stand in the environment or in `socle.yaml` (see `socle settings`).
struct SettingOptions: ParsableArguments {
    @Option(help: .init(Setting.host.purpose)) var host: String?
    @Option(help: .init(Setting.port.purpose)) var port: String?
    @Option(name: .customLong("base-url"), help: .init(Setting.baseURL.purpose)) var baseURL: String?
    @Option(help: .init(Setting.data.purpose)) var data: String?
    @Option(help: .init(Setting.database.purpose)) var database: String?
    @Option(name: .customLong("smtp-url"), help: .init(Setting.smtpURL.purpose)) var smtpURL: String?
    @Option(help: .init(Setting.mailFrom.purpose)) var mailFrom: String?
    @Option(help: .init(Setting.mailPace.purpose)) var mailPace: String?
    @Option(help: .init(Setting.trustedProxies.purpose)) var trustedProxies: String?
    @Option(help: .init(Setting.pageCache.purpose)) var pageCache: String?
    @Option(help: .init(Setting.metrics.purpose)) var metrics: String?
    @Option(help: .init(Setting.logLevel.purpose)) var logLevel: String?
    @Option(help: .init(Setting.resources.purpose)) var resources: String?
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

    /// The same for a command that opens the database itself. It speaks by what it prints, so its log holds only what is wrong.
    func prepare(quietly: Bool = true) async throws -> Settings {
        let settings = try await read()
        let level = quietly ? .warning : settings.logLevel
        // What is written holds what people think: nobody else on the machine may read it.
        umask(0o077)
        LoggingSystem.bootstrap { LogLines(label: $0, level: level) }
        return settings
    }

    /// The parts of the program, opened. A command speaks by what it prints, so its log holds only what is wrong.
    func open(quietly: Bool = false) async throws -> Program {
        try await open(prepare(quietly: quietly))
    }

    /// The parts of the program, opened from settings that were read.
    func open(_ settings: Settings) async throws -> Program {
        try await Program(settings: settings, program: Self.program, logger: Logger(label: "socle"))
    }

    /// The file of this program, beside which its resources lie.
    static var program: URL {
        Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments.first ?? "socle")
    }
}
