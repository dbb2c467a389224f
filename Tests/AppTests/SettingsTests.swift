import Foundation
import HTML
import Storage
import Testing
import Time
import Web

@testable import App

/// Where settings come from, and what is said about wrong ones.
@Suite struct SettingsTests {
    private func settings(
        flags: [Setting: String] = [:], environment: [String: String] = [:], yaml: String? = nil
    ) async throws -> Settings {
        let folder = FileManager.default.temporaryDirectory.appending(path: "socle-settings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "socle.yaml")
        if let yaml { try yaml.write(to: file, atomically: true, encoding: .utf8) }
        return try Settings(await SettingReader(flags: flags, environment: environment, file: yaml == nil ? nil : file.path))
    }

    @Test func withoutAnySettingTheStandardHolds() async throws {
        let settings = try await settings()
        #expect(settings.host == "127.0.0.1")
        #expect(settings.port == 8080)
        #expect(settings.baseURL.description == "http://127.0.0.1:8080")
        #expect(settings.database.description.hasSuffix("/data/socle.sqlite"))
        #expect(settings.smtp == nil)
        #expect(settings.pageCache == 64_000_000)
        #expect(settings.metrics.isEmpty)
    }

    @Test func aFlagWinsOverTheEnvironmentAndThatOverTheFile() async throws {
        let yaml = "port: 1001\nhost: 10.0.0.1\nbaseURL: https://file.example\n"
        let environment = ["SOCLE_PORT": "1002", "SOCLE_HOST": "10.0.0.2"]
        let settings = try await settings(flags: [.port: "1003"], environment: environment, yaml: yaml)
        #expect(settings.port == 1003)
        #expect(settings.host == "10.0.0.2")
        #expect(settings.baseURL.description == "https://file.example")
    }

    @Test func aListInTheFileIsWhatCommasAreElsewhere() async throws {
        let settings = try await settings(yaml: "trustedProxies: [10.0.0.0/8, 127.0.0.1]\nmetrics: 127.0.0.1\n")
        #expect(settings.trustedProxies == [AddressRange("10.0.0.0/8"), AddressRange("127.0.0.1")].compactMap { $0 })
        #expect(settings.metrics.count == 1)
    }

    /// What is said about settings that are wrong.
    private func problem(environment: [String: String] = [:], yaml: String? = nil) async -> String {
        do {
            _ = try await settings(environment: environment, yaml: yaml)
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [
        ("prot: 8205", "prot", "port"), ("base_url: https://example.org", "base_url", "baseURL"), ("Port: 1", "Port", "port"),
        ("secret:\n  fil: hidden-value", "secret.fil", "secret.file"), ("smtpUrl: smtp://a:hidden-value@b.example", "smtpUrl", "smtpURL"),
    ]) func anUnknownNameInTheFileStopsTheStart(yaml: String, name: String, nearest: String) async {
        let said = await problem(yaml: "host: 127.0.0.1\n\(yaml)\n")
        #expect(said.contains("called \(name);") && said.contains("nearest is \(nearest) ") && said.contains("socle.yaml"), "\(said)")
        #expect(!said.contains("hidden-value"), "a value must not be printed")
    }

    @Test func everyKnownNameInTheFileIsTaken() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString)")
        try "a secret of more than thirty-two characters".write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let settings = try await settings(yaml: "port: 8205\nsecret:\n  file: \(file.path)\n")
        #expect(settings.port == 8205 && settings.secret != nil)
    }

    @Test func aListWhereOneValueIsMeantStopsTheStart() async {
        #expect(await problem(yaml: "port: [8204]\n").contains("SOCLE_PORT takes one value"))
        #expect(await problem(yaml: "smtpURL: [hidden-value, b]\n").contains("SOCLE_SMTP_URL takes one value"))
    }

    @Test func anUnknownVariableIsFoundWithTheNearest() {
        let found = Setting.misspelt(in: [
            "SOCLE_PROT": "1", "SOCLE_SECRET_FILE": "x", "SOCLE_HOST": "x", "PATH": "x", "SOCLE_MAILFORM": "x",
        ])
        #expect(found.map(\.description) == ["SOCLE_MAILFORM (nearest: SOCLE_MAIL_FROM)", "SOCLE_PROT (nearest: SOCLE_PORT)"])
    }

    @Test(arguments: [
        ("::1", "http://[::1]:8080", "socle@localhost"), ("::", "http://localhost:8080", "socle@localhost"),
        ("0.0.0.0", "http://localhost:8080", "socle@localhost"), ("2001:db8::1", "http://[2001:db8::1]:8080", "socle@localhost"),
        ("petition.example", "http://petition.example:8080", "socle@petition.example"),
    ]) func theStandardBaseURLFitsTheHost(host: String, base: String, from: String) async throws {
        let settings = try await settings(environment: ["SOCLE_HOST": host])
        #expect(settings.baseURL.description == base)
        #expect("\(settings.mailFrom)" == from)
        #expect(settings.host == host)
    }

    @Test func aFolderOrDatabaseThatCannotBeOpenedIsNamed() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "no-folder-\(UUID().uuidString)")
        try String(repeating: "no database ", count: 100).write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let below = "\(file.path)/data"
        for (environment, setting, path) in [
            (["SOCLE_DATA": below], "SOCLE_DATA", below),
            (["SOCLE_DATABASE": "sqlite:/nowhere/at/all.sqlite"], "SOCLE_DATABASE", "/nowhere/at/all.sqlite"),
            (["SOCLE_DATABASE": "sqlite:\(file.path)"], "SOCLE_DATABASE", file.path),
        ] {
            let folder = FileManager.default.temporaryDirectory.appending(path: "socle-opening-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let settings = try await settings(environment: ["SOCLE_DATA": folder.path].merging(environment) { $1 })
            do {
                try settings.makeDataFolder()
                _ = try settings.secretMadeIfNeeded()
                try await settings.openDatabase(clock: .system).close()
                Issue.record("\(environment) was opened")
            } catch let problem as Settings.Problem {
                #expect(problem.description.contains(setting) && problem.description.contains(path))
                #expect(!problem.description.contains("NSCocoaErrorDomain"))
            }
        }
    }

    @Test func aFileThatIsNamedMustBeThere() async throws {
        await #expect(throws: (any Error).self) {
            _ = try await SettingReader(flags: [:], environment: [:], file: "/nowhere/socle.yaml")
        }
        _ = try await SettingReader(flags: [:], environment: [:], file: nil)
    }

    @Test(arguments: Setting.allCases) func everyVariableIsRead(setting: Setting) async throws {
        // A value that is wrong for most of them; those that take any text are compared below.
        let wrong: [Setting: String] = [
            .port: "x", .baseURL: "https://x.example/below", .database: "x", .smtpURL: "x", .secret: "short", .trustedProxies: "x",
            .pageCache: "x",
            .metrics: "x", .mailFrom: "x", .mailPace: "0",
            .logLevel: "x",
        ]
        if let value = wrong[setting] {
            do {
                _ = try await settings(environment: [setting.variable: value])
                Issue.record("\(setting.variable)=\(value) was accepted")
            } catch let problem as Settings.Problem {
                #expect(problem.description.contains(setting.variable))
                #expect(!problem.description.contains("short"), "a value must not be printed")
            }
        } else {
            let settings = try await settings(environment: [setting.variable: "10.9.8.7"])
            let read = [settings.host, settings.data.path, settings.resources ?? ""]
            #expect(read.contains { $0.contains("10.9.8.7") })
        }
    }

    @Test func aSecretMayLieInAFile() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString)")
        try "  a secret of more than thirty-two characters\n".write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let settings = try await settings(environment: ["SOCLE_SECRET_FILE": file.path])
        #expect(settings.secret == "a secret of more than thirty-two characters")
        await #expect(throws: Settings.Problem.self) { try await self.settings(environment: ["SOCLE_SMTP_URL_FILE": "/nowhere/at/all"]) }
    }

    @Test func theDocumentationNamesEverySetting() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/operating/configure.md"), encoding: .utf8)
        for setting in Setting.allCases {
            #expect(text.contains("`\(setting.variable)`"), "\(setting.variable)")
            #expect(text.contains("`\(setting.rawValue)`"), "\(setting.rawValue)")
        }
    }
}
