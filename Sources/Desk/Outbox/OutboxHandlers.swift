internal import Mail
public import People
internal import Site
internal import Storage
public import Text
public import Web

/// Answers for the messages of the site: administrators only.
public struct OutboxHandlers: Sendable {
    private static let shown = 50

    private let services: DeskServices

    /// Handlers with these services.
    public init(_ services: DeskServices) {
        self.services = services
    }

    /// Messages, newest first, in pages.
    public func index(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let state = visit.query("state").flatMap(MailState.init(rawValue:))
        let mailbox = visit.query("email") ?? ""
        let filter = OutboxFilter(
            state: state, mailbox: Mailbox(mailbox), before: visit.query("before").flatMap { Int64($0) }, limit: Self.shown + 1)
        let entries = try await read(filter)
        let t = visit.translator
        let page = OutboxPages.index(
            Array(entries.prefix(Self.shown)), hasMore: entries.count > Self.shown, state: state, mailbox: mailbox,
            zone: signedIn.person.timeZone, services.page(signedIn, t), t)
        return .page(page).withoutIndexing()
    }

    /// One message. What an unsent one says is shown on a demonstration site alone: there are links in it that act for people.
    public func message(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        guard id < .max, let entry = try await read(OutboxFilter(before: id + 1, limit: 1)).first, entry.id == id else {
            throw WebFailure.notFound
        }
        let isDemo = try await services.database.read { try SiteStore.settings(on: $0).isDemo }
        let text = isDemo ? entry.message.map(services.composer.text) : nil
        let t = visit.translator
        return .page(OutboxPages.message(entry, text: text, zone: signedIn.person.timeZone, services.page(signedIn, t), t))
            .withoutIndexing()
    }

    private func read(_ filter: OutboxFilter) async throws -> [OutboxEntry] {
        try await services.database.read { [outbox = services.outbox] db in
            var entries: [OutboxEntry] = []
            try outbox.entries(filter, on: db) { entries.append($0) }
            return entries
        }
    }
}
