import Foundation
import HTML
import Harness
import Logging
import Mail
import Moderation
import People
import Secrets
import Site
import Storage
import Text
import Time

@testable import Mailings

/// A secretariat in a database of its own, which writes to the people of two lists.
struct WritingDesk: Sendable {
    let database: Database
    let time: TestClock
    let services: MailingServices
    let outbox: Outbox

    static let migrations =
        PersonSchema.migrations + SiteSchema.migrations + MailSchema.migrations + MailingSchema.migrations + [
            Migration(
                "test-001", "People of two lists",
                [
                    """
                    CREATE TABLE reader (id \(type: .key), list \(type: .text) NOT NULL, mailbox \(type: .text) NOT NULL, name \(type: .text),
                        language \(type: .text) NOT NULL, agreed_at \(type: .integer) NOT NULL)
                    """
                ])
        ]

    static func with(_ engine: TestEngine, _ body: (WritingDesk) async throws -> Void) async throws {
        let time = TestClock()
        let secrets = Secrets(master: Array(repeating: 7, count: 32))
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let catalogue = try Catalogue(files: ["Mail", "Mailings"].map { root.appending(path: "Sources/\($0)/\($0).xcstrings") })
        try await withDatabase(engine, migrations: migrations) { database in
            let returns = MailingReturns(clock: time.clock)
            let outbox = Outbox(secrets: secrets, clock: time.clock, handlers: [returns], followers: [returns])
            guard let from = Mailbox("office@site.example"), let base = WebURL("https://site.example") else {
                throw CocoaError(.coderInvalidValue)
            }
            let services = MailingServices(
                database: database, site: try await Site(database: database), catalogue: catalogue, clock: time.clock, base: base,
                secrets: secrets, outbox: outbox,
                composer: Composer(letterhead: Letterhead(from: from, name: { _ in "Site" }), catalogue: catalogue, secrets: secrets),
                menu: DeskMenu([]), audiences: Audiences([ListAudience(name: "friends"), ListAudience(name: "members")], choices: []),
                logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
            try await body(WritingDesk(database: database, time: time, services: services, outbox: outbox))
        }
    }

    var feeder: MailingFeeder { MailingFeeder(services) }

    func add(_ mailboxes: [String], to list: String = "members", name: String? = nil, language: String = "en", agreedAt: Instant? = nil)
        async throws
    {
        try await database.write { db in
            let rows: [[any SQLEncodable]] = mailboxes.map { [list, $0, name ?? "", language, agreedAt ?? Instant(milliseconds: 0)] }
            try db.run(chunks: rows) { "INSERT INTO reader (list, mailbox, name, language, agreed_at) \(values: $0)" }
        }
    }

    func people(_ number: Int) async throws {
        try await add((0..<number).map { "member\($0)@example.org" })
    }

    /// A draft to members that says something in English.
    func draft(
        _ sources: Set<String> = ["members"], language: String? = nil, subject: String = "News", body: String = "Dear {name}, hello."
    )
        async throws -> Int64
    {
        let now = time.now
        var audience = Audience(sources: sources)
        audience.language = language
        return try await database.write { [audience] db in
            let id = try MailingStore.begin(copying: nil, by: nil, at: now, on: db)
            try MailingStore.set(audience, isPublic: false, of: id, on: db)
            try MailingStore.set(MailingWords(language: .english, subject: subject, body: body), of: id, at: now, on: db)
            return id
        }
    }

    /// The same, let go and put down.
    func sending(_ sources: Set<String> = ["members"], language: String? = nil) async throws -> Int64 {
        let id = try await draft(sources, language: language)
        try await approve(id)
        try await feeder.feedOnce()
        return id
    }

    @discardableResult
    func approve(_ id: Int64) async throws -> Bool {
        let now = time.now
        return try await database.write { db in
            let digest = try MailingStore.find(id, on: db)?.digest ?? ""
            return try MailingStore.approve(id, seen: digest, by: nil, at: now, on: db) == .given
        }
    }

    func limit(perMinute: Int = 60_000, perWeek: Int = 7) async throws {
        try await database.write { try MailingLimitStore.put(MailingLimits(perMinute: perMinute, perWeek: perWeek), on: $0) }
    }

    func mailing(_ id: Int64) async throws -> Mailing? {
        try await database.read { try MailingStore.find(id, on: $0) }
    }

    func counts(_ id: Int64) async throws -> [RecipientState: Int] {
        try await database.read { try RecipientStore.counts(of: id, on: $0) }
    }

    func count(_ id: Int64) async throws -> AudienceCount? {
        guard let mailing = try await mailing(id) else { return nil }
        return try await database.read { [services, time] db in
            let terms = AudienceStore.Terms(perWeek: try MailingLimitStore.limits(on: db).perWeek, now: time.now)
            return try AudienceStore.count(mailing.audience, services.audiences, terms, on: db)
        }
    }

    /// To whom messages of mailings were posted, in order.
    func posted() async throws -> [String] {
        try await messages().map(\.to.address)
    }

    func messages() async throws -> [Message] {
        try await database.read { [outbox] db in
            var messages: [Message] = []
            try outbox.entries(OutboxFilter(order: .oldestFirst), on: db) { entry in
                if entry.origin.kind == Mailing.mailKind, let message = entry.message { messages.append(message) }
            }
            return messages
        }
    }

    /// What the mail server makes of everything in the outbox.
    func settle(_ event: MailEvent) async throws {
        let returns = MailingReturns(clock: time.clock)
        try await database.write { [outbox] db in
            var origins: [MailOrigin] = []
            try outbox.entries(OutboxFilter(), on: db) { origins.append($0.origin) }
            try returns.followed(event, origins, on: db)
        }
    }
}

/// The people of one list.
struct ListAudience: AudienceSource {
    let name: String
    var title: String { "mailings.source.staff" }
    var reason: String { "mailings.reason.staff" }
    let facets: Set<Audience.Facet> = [.language]

    func readers(_ audience: Audience, at now: Instant) -> SQL {
        "SELECT mailbox, NULLIF(name, '') AS name, language, agreed_at FROM reader WHERE list = \(name)"
    }
}
