import App
import Campaigns
import Foundation
import HTML
import Harness
import Jobs
import Logging
import Mail
import Secrets
import Storage
import Testing
import Time
import Web

/// A whole site for one test: the demo content, a clock moved by hand, mail read from the outbox. No socket, no thread of its own.
struct TestSite: Sendable {
    let program: Program
    let live: LiveSite
    let time: TestClock
    let composer: Composer

    /// - Parameter prepare: what is done with the settings before anything is opened.
    static func with(
        _ engine: TestEngine = .sqlite, demo: Bool = true, prepare: (Settings) async throws -> Void = { _ in },
        _ body: (TestSite) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "socle-site-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await withPlace(engine) { place in
            let settings = try await settings(for: place, folder: folder)
            try await prepare(settings)
            let site = try await TestSite(settings, demo: demo)
            do {
                try await body(site)
            } catch {
                await site.program.close()
                throw error
            }
            await site.program.close()
        }
    }

    private static func settings(for place: TestPlace, folder: URL) async throws -> Settings {
        let address =
            switch place.location {
            case .sqlite(let path): "sqlite:\(path)"
            case .postgres(let address): address
            }
        let reader = try await SettingReader(
            flags: [.data: folder.path, .database: address, .baseURL: "https://site.example", .mailFrom: "socle@site.example"],
            environment: [:], file: nil)
        return try Settings(reader)
    }

    private init(_ settings: Settings, demo: Bool) async throws {
        time = TestClock()
        program = try await Program(
            settings: settings, program: URL(filePath: CommandLine.arguments[0]), clock: time.clock,
            passwords: PasswordKeeper(cost: .least), logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        if demo { try await Demo(database: program.database, resources: program.resources, clock: time.clock).load() }
        live = try await LiveSite(program)
        try await live.keeper.foldAll()
        let letterhead = Letterhead(from: try #require(Mailbox("socle@site.example")), name: { _ in "Site" })
        composer = Composer(letterhead: letterhead, catalogue: program.catalogue, secrets: program.secrets)
    }

    /// A visitor without JavaScript.
    func browser(language: String = "en") -> Browser {
        Browser(site: live.responder, language: language)
    }

    /// Everything mailed to an address, oldest first.
    func mail(to mailbox: String) async throws -> [Letter] {
        try await program.database.read { [outbox = program.outbox, composer] db in
            var letters: [Letter] = []
            try outbox.entries(OutboxFilter(order: .oldestFirst), on: db) { entry in
                guard entry.to == mailbox, let message = entry.message else { return }
                letters.append(Letter(language: entry.language, subject: entry.subject, text: composer.text(message)))
            }
            return letters
        }
    }

    /// Does whatever waits: background jobs, then the counts.
    func work() async throws {
        while try await live.worker.workOnce() {}
        try await live.keeper.foldAll()
    }

    /// The number that `count.json` says.
    func count() async throws -> Int {
        try await live.keeper.foldAll()
        let text = await browser().get("/campaigns/social-protection-for-all/count.json").text
        let found = try #require(text.firstMatch(of: /"people":(\d+)/))
        return try #require(Int(found.1))
    }
}

/// A message as a person reads it.
struct Letter: Sendable {
    let language: String
    let subject: String
    let text: String

    /// The address of its button, as a path of the site.
    var link: String? {
        text.firstMatch(of: /https:\/\/site\.example(\/\S+)/).map { String($0.1) }
    }

    /// Its six digits.
    var code: String? {
        text.firstMatch(of: /\b(\d{6})\b/).map { String($0.1) }
    }
}
