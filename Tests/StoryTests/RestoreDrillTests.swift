import App
import Backup
import Foundation
import Harness
import Storage
import Testing
import Time

/// Els, system administrator half a day a week, tries whether last night's backup is worth anything: on another machine, and on the other engine.
@Suite struct RestoreDrill {
    @Test(arguments: TestEngine.allCases, TestEngine.allCases)
    func aRestoredSiteCountsTheSameAndItsMailStillConfirms(from: TestEngine, to: TestEngine) async throws {
        try await withBackupOfASigningSite(on: from) { file, count, home in
            try await TestSite.with(
                to, demo: false,
                prepare: { settings in
                    let backup = try BackupFile(checking: InputFile(file))
                    let (_, secret) = try await SiteRestore(into: settings).run(backup, allowing: .init())
                    guard case .restored = secret else { throw Unexpected(what: "the secret is \(secret)") }
                }
            ) { site in
                #expect(try await site.count() == count)
                #expect(await site.browser(language: "fr").get("/fr").words == home)

                // The mail that waited in the backup can be read, and its button confirms.
                let link = try #require(try await site.mail(to: "amina@union.example").first?.link)
                let confirm = await site.browser(language: "fr").get(link)
                let thanks = await site.browser(language: "fr").submit(try confirm.form("/confirmation"))
                #expect(thanks.words.contains("votre signature compte"))
                #expect(try await site.count() == count + 1)

                // Life goes on: somebody new signs and confirms.
                let form = try await site.browser(language: "fr").get(AminaSigns.campaign).form("/signatures")
                _ = await site.browser(language: "fr").submit(
                    form, AminaSigns.answers.merging(["name": "Fatou Exemple", "email": "fatou@union.example"]) { $1 })
                #expect(try await site.mail(to: "fatou@union.example").count == 1)
            }
        }
    }

    @Test func anotherSecretIsInTheWayUntilSheSaysWhatShouldBecomeOfIt() async throws {
        try await withBackupOfASigningSite(on: .sqlite) { file, count, _ in
            let backup = try BackupFile(checking: InputFile(file))
            try await TestSite.with(
                demo: false,
                prepare: { settings in
                    let other = settings.data.appending(path: "secret")
                    try String(repeating: "another secret ", count: 4).write(to: other, atomically: true, encoding: .utf8)
                    let restore = SiteRestore(into: settings)
                    await #expect(throws: SiteRestore.Refused.self) { _ = try await restore.run(backup, allowing: .init()) }
                    #expect(try String(contentsOf: other, encoding: .utf8).hasPrefix("another"))
                    let (_, outcome) = try await restore.run(backup, allowing: .init(isReplacing: true))
                    guard case .restored = outcome else { throw Unexpected(what: "the secret is \(outcome)") }
                    #expect(try Array(Data(contentsOf: other)) == backup.secret)
                    #expect(FileManager.default.fileExists(atPath: "\(other.path).replaced"))
                }
            ) { site in
                let counted = try await site.count()
                let link = try await site.mail(to: "amina@union.example").first?.link
                #expect(counted == count)
                #expect(link != nil)
            }
        }
    }

    @Test func aBackupIsRememberedByTheSite() async throws {
        try await TestSite.with { site in
            let path = site.program.settings.data.appending(path: "night.backup").path
            let report = try await SiteBackup(of: site.program.settings, clock: site.time.clock).write(
                to: Destination(path), withSecret: false)
            #expect(!report.holdsSecret)
            #expect(report.unrecorded == nil)
            #expect(try await site.program.database.read { try BackupStore.last(on: $0) } == site.time.now)
        }
    }

    /// A site on which somebody has signed and not confirmed yet, backed up while it runs: the file, its count, the words of its home page.
    private func withBackupOfASigningSite(
        on engine: TestEngine, _ body: (_ file: String, _ count: Int, _ home: String) async throws -> Void
    ) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "drill-\(UUID().uuidString).backup").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        var count = 0
        var home = ""
        try await TestSite.with(engine) { site in
            let form = try await site.browser(language: "fr").get(AminaSigns.campaign).form("/signatures")
            _ = await site.browser(language: "fr").submit(form, AminaSigns.answers)
            count = try await site.count()
            home = await site.browser(language: "fr").get("/fr").words
            _ = try await SiteBackup(of: site.program.settings, clock: site.time.clock).write(to: Destination(file), withSecret: true)
        }
        try await body(file, count, home)
    }

    private struct Unexpected: Error {
        let what: String
    }
}
