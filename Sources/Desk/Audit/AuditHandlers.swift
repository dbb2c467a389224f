internal import Foundation
internal import HTML
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

/// The page of the log.
enum AuditPages {
    static func index(_ entries: [AuditEntry], hasMore: Bool, zone: TimeZone, _ desk: DeskPage, _ t: Translator) -> Page {
        let items = entries.map { entry -> HTML in
            let key = "desk.verb.\(entry.verb)"
            let who = entry.personName.isEmpty ? t("desk.log.unnamed") : entry.personName
            let note: HTML = entry.note.isEmpty ? .empty : "<span>\(entry.note)</span>"
            return """
                <li><strong>\(who)</strong> \(t.has(key) ? t(key) : entry.verb) \(entry.subject.name)
                <span class="quiet small">\(t.dayAndTime(entry.at, in: zone))</span>\(note)</li>
                """
        }
        let older: HTML =
            hasMore
            ? entries.last.map { last in
                "<p><a href=\"\(AdministrationRoutes.audit.path(t.language).adding(query: [("before", "\(last.id)")]))\">\(t("desk.older"))</a></p>"
            } ?? .empty : .empty
        let list: HTML = entries.isEmpty ? "<p class=\"notice\">\(t("desk.log.none"))</p>" : "<ul class=\"signers\">\(items)</ul>"
        return desk.draw(
            section: "log", title: t("desk.log.title"), lead: t("desk.log.lead"), list + older,
            address: { AdministrationRoutes.audit.path($0) })
    }
}
