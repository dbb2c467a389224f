internal import Configuration
public import Foundation
public import HTML
public import Logging
public import Mail
public import Storage
internal import Synchronization
internal import SystemPackage
public import Web

/// The settings of this deployment, read and checked.
public struct Settings: Sendable {
    /// The address to listen on.
    public let host: String
    /// The port to listen on.
    public let port: Int
    /// How visitors reach the site.
    public let baseURL: WebURL
    /// Where the database, the secret and files lie.
    public let data: URL
    /// The database.
    public let database: Location
    /// Who takes mail, or nil: it stays in the outbox.
    public let smtp: SMTPServer?
    /// Who mail comes from.
    public let mailFrom: Mailbox
    /// At most so many messages a minute to one domain.
    public let mailPace: Int
    /// What keys are derived from, or nil: the file in `data` is used.
    public let secret: String?
    /// Proxies whose word on a visitor's address is believed.
    public let trustedProxies: [AddressRange]
    /// Bytes for pages made once.
    public let pageCache: Int
    /// Who may read the metrics.
    public let metrics: [AddressRange]
    /// What is worth a line in the log.
    public let logLevel: Logger.Level
    /// Where catalogues, pages and assets lie, if not beside the program.
    public let resources: String?

    /// What is wrong with a setting: its name and how it must be written, never its value.
    public struct Problem: Error, CustomStringConvertible {
        /// Words for the administrator.
        public let description: String

        init(_ setting: Setting, _ words: String) {
            description = "\(setting.variable) \(words) (\(setting.purpose))"
        }

        init(_ misspelling: Misspelling, in file: String) {
            let (name, nearest) = (misspelling.name, misspelling.nearest)
            description = "\(file): no setting is called \(name); the nearest is \(nearest) (socle settings lists all there are)"
        }
    }

    /// Reads all settings. Throws `Problem` for the first that is wrong.
    public init(_ reader: SettingReader) throws {
        host = try reader.value(.host) ?? Setting.host.standard
        port = try reader.number(.port, in: 0...65535) ?? 8080
        let base = try reader.value(.baseURL) ?? "http://\(Self.name(ofHost: host)):\(port)"
        guard let baseURL = WebURL(base), let origin = baseURL.origin, ["", "/"].contains(baseURL.description.dropFirst(origin.count))
        else {
            throw Problem(
                .baseURL, "must be an http or https address without a path; if it is not set, \(Setting.host.variable) must fit in one")
        }
        self.baseURL = baseURL
        let data = URL(filePath: try reader.value(.data) ?? "data", directoryHint: .isDirectory)
        self.data = data
        let database = try reader.value(.database) ?? "sqlite:\(data.appending(path: "socle.sqlite").path(percentEncoded: false))"
        guard let location = try? Location(parsing: database) else { throw Problem(.database, "is not the address of a database") }
        self.database = location
        smtp = try reader.value(.smtpURL).map { text in
            guard let server = try? SMTPServer(parsing: text) else { throw Problem(.smtpURL, "is not the address of a mail server") }
            return server
        }
        let from = try reader.value(.mailFrom) ?? "socle@\(Self.mailDomain(of: base))"
        guard let mailFrom = Mailbox(from) else { throw Problem(.mailFrom, "is not a mailbox") }
        self.mailFrom = mailFrom
        mailPace = try reader.number(.mailPace, in: 1...1_000_000) ?? 3000
        secret = try reader.value(.secret)
        if let secret, secret.utf8.count < 32 { throw Problem(.secret, "has fewer than 32 characters") }
        trustedProxies = try reader.addresses(.trustedProxies)
        pageCache = (try reader.number(.pageCache, in: 0...1_000_000) ?? 64) * 1_000_000
        metrics = try reader.addresses(.metrics)
        let level = try reader.value(.logLevel) ?? Setting.logLevel.standard
        guard let logLevel = Logger.Level(rawValue: level) else { throw Problem(.logLevel, "is not a level") }
        self.logLevel = logLevel
        resources = try reader.value(.resources)
    }

    /// As it stands in an address: IPv6 in brackets. All addresses of a machine are none of it, so its own name stands for them.
    private static func name(ofHost host: String) -> String {
        if ["::", "0.0.0.0"].contains(host) { return "localhost" }
        return host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    }

    /// The host of the base URL, where it can stand behind an @.
    private static func mailDomain(of base: String) -> String {
        guard let host = URL(string: base)?.host(), !host.contains(":") else { return "localhost" }
        return host
    }
}

/// Reads single settings from wherever they are set: flags, then the environment, then `socle.yaml`.
public struct SettingReader: Sendable {
    private let reader: ConfigReader

    /// Reads flags by the names of `Setting`, the environment, and a YAML file: the one that is named, or `socle.yaml` if it exists. Throws
    /// `Settings.Problem` for a name in the file that no setting has.
    public init(flags: [Setting: String], environment: [String: String], file: String?) async throws {
        let values = flags.map { (AbsoluteConfigKey([$0.key.rawValue]), ConfigValue(.string($0.value), isSecret: $0.key.isSecret)) }
        let path = file ?? "socle.yaml"
        let names = FileNames()
        let settings = try await FileProvider<YAMLSnapshot>(
            parsingOptions: .init(secretsSpecifier: .dynamic { name, _ in names.add(name) }),
            filePath: FilePath(path), allowMissing: file == nil)
        if let misspelling = Setting.misspelt(inFile: names.all) { throw Settings.Problem(misspelling, in: path) }
        reader = ConfigReader(providers: [
            InMemoryProvider(name: "flags", values: Dictionary(uniqueKeysWithValues: values)),
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "socle"),
            settings,
        ])
    }

    /// The value of a setting, or nil if it is set nowhere or to nothing. A secret may lie in a file of its own.
    func value(_ setting: Setting) throws -> String? {
        let key = ConfigKey(setting.rawValue)
        if let text = reader.string(forKey: key, isSecret: setting.isSecret) {
            if !text.isEmpty { return text }
        } else if let list = reader.stringArray(forKey: key, isSecret: setting.isSecret) {
            guard setting.isList else { throw Settings.Problem(setting, "takes one value, not a list") }
            return list.isEmpty ? nil : list.joined(separator: ",")
        }
        return try setting.isSecret ? valueInFile(setting) : nil
    }

    private func valueInFile(_ setting: Setting) throws -> String? {
        guard let file = reader.string(forKey: ConfigKey("\(setting.rawValue).file")), !file.isEmpty else { return nil }
        guard let words = try? String(contentsOf: URL(filePath: file), encoding: .utf8) else {
            throw Settings.Problem(setting, "names a file that cannot be read")
        }
        return words.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func number(_ setting: Setting, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = try value(setting) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw Settings.Problem(setting, "must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func addresses(_ setting: Setting) throws -> [AddressRange] {
        let parts = try (value(setting) ?? "").split(separator: ",")
        return try parts.map { part in
            guard let range = AddressRange(part.trimmingCharacters(in: .whitespaces)) else {
                throw Settings.Problem(setting, "must be addresses or networks, comma-separated")
            }
            return range
        }
    }
}

/// The names in a settings file, gathered where its reader asks which of them are secret: it tells them in no other way.
private final class FileNames: Sendable {
    private let names = Mutex<Set<String>>([])

    var all: Set<String> { names.withLock { $0 } }

    /// Notes the name, and answers that nothing in the file may be shown: what is misspelt may be a secret.
    func add(_ name: String) -> Bool {
        names.withLock { _ = $0.insert(name) }
        return true
    }
}
