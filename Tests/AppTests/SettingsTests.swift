import App
import Foundation
import HTML
import Storage
import Testing
import Web

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
