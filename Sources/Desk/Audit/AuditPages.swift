internal import Foundation
internal import HTML
internal import Moderation
internal import People
internal import Text
internal import Web

/// The page of the log.
enum AuditPages {
    static func index(_ entries: [AuditEntry], hasMore: Bool, zone: TimeZone, _ desk: DeskPage, _ t: Translator) -> Page {
        let items = entries.map { entry -> HTML in
            let key = "desk.verb.\(entry.verb)"
            return """
                <li><strong>\(who(entry, t))</strong> \(t.has(key) ? t(key) : entry.verb) \(entry.subject.name)
                <span class="quiet small">\(t.dayAndTime(entry.at, in: zone))</span>\(note(entry, t))</li>
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

    private static func who(_ entry: AuditEntry, _ t: Translator) -> String {
        if let organisation = entry.contactOf {
            let contact = t("desk.log.contact", organisation)
            return entry.personName.isEmpty ? contact : "\(contact) (\(entry.personName))"
        }
        return entry.personName.isEmpty ? t("desk.log.unnamed") : entry.personName
    }
}
