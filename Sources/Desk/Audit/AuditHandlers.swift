internal import Moderation
public import People
internal import Storage
public import Text
public import Web

/// Answers for the log of who did what: administrators only.
public struct AuditHandlers: Sendable {
    private static let shown = 100

    private let services: DeskServices

    /// Handlers with these services.
    public init(_ services: DeskServices) {
        self.services = services
    }

    /// Entries, newest first, in pages.
    public func index(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let before = visit.query("before").flatMap { Int64($0) }
        let entries = try await services.database.read { db in try AuditStore.entries(before: before, limit: Self.shown + 1, on: db) }
        let t = visit.translator
        let page = AuditPages.index(
            Array(entries.prefix(Self.shown)), hasMore: entries.count > Self.shown, zone: signedIn.person.timeZone,
            services.page(signedIn, t), t)
        return .page(page).withoutIndexing()
    }
}
