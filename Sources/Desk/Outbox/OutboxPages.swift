internal import Design
internal import Foundation
internal import HTML
internal import Mail
internal import Moderation
internal import Text
internal import Web

/// The pages about messages.
enum OutboxPages {
    static let section = "outbox"

    static func index(
        _ entries: [OutboxEntry], hasMore: Bool, state: MailState?, mailbox: String, zone: TimeZone, _ desk: DeskPage, _ t: Translator
    ) -> Page {
        let pieces = FormPieces(FormState(values: ["state": state?.rawValue ?? "", "email": mailbox]), t)
        let states = MailState.allCases.map { (value: $0.rawValue, words: t("desk.outbox.state.\($0.rawValue)")) }
        let rows = entries.map { entry -> HTML in
            """
            <tr><td data-label="\(t("desk.outbox.subject"))"><a href="\(AdministrationRoutes.message.path(t.language, entry.id))">\(entry.subject)</a></td>
            <td data-label="\(t("desk.outbox.to"))">\(entry.to)</td><td data-label="\(t("desk.outbox.state"))">\(t("desk.outbox.state.\(entry.state.rawValue)"))</td>
            <td data-label="\(t("desk.outbox.at"))">\(t.dayAndTime(entry.createdAt, in: zone))</td></tr>
            """
        }
        let table: HTML =
            entries.isEmpty
            ? "<p class=\"notice\">\(t("desk.outbox.none"))</p>"
            : """
            <table role="table"><thead><tr><th scope="col">\(t("desk.outbox.subject"))</th><th scope="col">\(t("desk.outbox.to"))</th><th scope="col">\(t("desk.outbox.state"))</th><th scope="col">\(t("desk.outbox.at"))</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
        let older: HTML =
            entries.last.flatMap { last -> HTML? in
                guard hasMore else { return nil }
                let query = [("state", state?.rawValue ?? ""), ("email", mailbox), ("before", "\(last.id)")].filter { !$0.1.isEmpty }
                return "<p><a href=\"\(AdministrationRoutes.outbox.path(t.language).adding(query: query))\">\(t("desk.older"))</a></p>"
            } ?? .empty
        let body: HTML = """
            <form class="filter" method="get" action="\(AdministrationRoutes.outbox.path(t.language))">
            \(pieces.choice("state", label: t("desk.outbox.state"), autocomplete: "off", required: false, options: states))
            \(pieces.line("email", label: t("desk.outbox.to"), type: "email", autocomplete: "off", maximum: 254))
            <p><button class="button">\(t("desk.filter"))</button></p></form>\(table)\(older)
            """
        return desk.draw(
            section: section, title: t("desk.outbox.title"), lead: t("desk.outbox.lead"), body,
            address: { AdministrationRoutes.outbox.path($0) })
    }

    static func message(_ entry: OutboxEntry, text: String?, zone: TimeZone, _ desk: DeskPage, _ t: Translator) -> Page {
        let facts: [(String, String?)] = [
            ("desk.outbox.to", entry.to), ("desk.outbox.state", t("desk.outbox.state.\(entry.state.rawValue)")),
            ("desk.outbox.at", t.dayAndTime(entry.createdAt, in: zone)),
            ("desk.outbox.sentAt", entry.sentAt.map { t.dayAndTime($0, in: zone) }),
            ("desk.outbox.dueAt", entry.dueAt.map { t.dayAndTime($0, in: zone) }), ("desk.outbox.attempts", t.number(entry.attempts)),
            ("desk.outbox.error", entry.error),
        ]
        let list = facts.compactMap { key, words -> HTML? in words.map { "<div><dt>\(t(key))</dt><dd>\($0)</dd></div>" } }
        let content: HTML =
            text.map {
                "<h2>\(t("desk.outbox.text"))</h2><div lang=\"\(entry.language)\">\(Pieces.source($0, label: t("desk.outbox.text")))</div>"
            }
            ?? "<p class=\"notice\">\(t("desk.outbox.sealed"))</p>"
        return desk.draw(
            section: section, title: entry.subject, back: (AdministrationRoutes.outbox.path(t.language), t("desk.outbox.title")),
            "<dl class=\"facts\">\(list)</dl>\(content)", address: { AdministrationRoutes.message.path($0, entry.id) })
    }
}
