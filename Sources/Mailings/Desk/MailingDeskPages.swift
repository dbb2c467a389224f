internal import Design
internal import HTML
internal import Moderation
internal import People
internal import Text
internal import Web

/// The pages on which mailings are written.
enum MailingDeskPages {
    static func index(_ mailings: [Mailing], hasMore: Bool, isDone: Bool, _ person: Person, _ desk: DeskPage, _ t: Translator) -> Page {
        let rows = mailings.map { mailing -> HTML in
            """
            <tr><td data-label="\(t("mailings.subject"))"><a href="\(MailingDeskRoutes.mailing.path(t.language, mailing.id))">\(name(mailing, t))</a></td>
            <td data-label="\(t("mailings.state"))">\(t("mailings.state.\(mailing.state.rawValue)"))</td>
            <td data-label="\(t("mailings.languages"))">\(mailing.words.map(\.language.code).joined(separator: ", "))</td>
            <td data-label="\(t("mailings.at"))">\(t.day(mailing.steps.approvedAt ?? mailing.createdAt, in: person.timeZone))</td></tr>
            """
        }
        let table: HTML =
            mailings.isEmpty
            ? "<p class=\"notice\">\(t("mailings.none"))</p>"
            : """
            <table role="table"><thead><tr><th scope="col">\(t("mailings.subject"))</th><th scope="col">\(t("mailings.state"))</th><th scope="col">\(t("mailings.languages"))</th><th scope="col">\(t("mailings.at"))</th></tr></thead><tbody>\(rows)</tbody></table>
            """
        let older: HTML =
            hasMore
            ? mailings.last.map { last in
                "<p><a href=\"\(MailingDeskRoutes.index.path(t.language).adding(query: [("before", "\(last.id)")]))\">\(t("mailings.older"))</a></p>"
            } ?? .empty : .empty
        let copies = mailings.map { (value: "\($0.id)", words: name($0, t)) }
        let pieces = FormPieces(FormState(), t)
        let limits: HTML =
            person.may(.administrator)
            ? "<p><a href=\"\(MailingDeskRoutes.limits.path(t.language))\">\(t("mailings.limits.title"))</a></p>" : .empty
        let body: HTML = """
            \(isDone ? Pieces.notice(.good, title: t("mailings.removed"), .empty) : .empty)
            <h2>\(t("mailings.new"))</h2><form method="post" action="\(MailingDeskRoutes.create.path(t.language))">
            \(copies.isEmpty ? .empty : pieces.filter("copy", label: t("mailings.copy"), none: t("mailings.copy.none"), groups: [("", copies)]))
            <p><button class="button go">\(t("mailings.begin"))</button></p></form>
            <h2>\(t("mailings.all"))</h2>\(table)\(older)\(limits)
            """
        return desk.draw(
            section: MailingDeskRoutes.section, title: t("mailings.title"), lead: t("mailings.lead"), body,
            address: { MailingDeskRoutes.index.path($0) })
    }

    static func mailing(_ view: MailingView, isDone: Bool, _ state: FormState, _ person: Person, _ desk: DeskPage, _ t: Translator) -> Page
    {
        let saved = isDone ? Pieces.notice(.good, title: t("mailings.saved"), .empty) : .empty
        let body =
            view.mailing.state == .draft
            ? draft(view, state, person, t) : MailingSendingPages.progress(view, person, t) + languages(view.mailing, t)
        return desk.draw(
            section: MailingDeskRoutes.section, title: name(view.mailing, t),
            back: (MailingDeskRoutes.index.path(t.language), t("mailings.title")), saved + body, state: state,
            address: { MailingDeskRoutes.mailing.path($0, view.mailing.id) })
    }

    static func name(_ mailing: Mailing, _ t: Translator) -> String {
        mailing.title(for: t.language) ?? t("mailings.untitled", t.number(Int(mailing.id)))
    }

    private static func draft(_ view: MailingView, _ state: FormState, _ person: Person, _ t: Translator) -> HTML {
        let mailing = view.mailing
        let send: HTML =
            if person.may(.administrator) {
                "<p><a class=\"button go\" href=\"\(MailingDeskRoutes.sending.path(t.language, mailing.id))\">\(t("mailings.send.look"))</a></p>"
            } else {
                "<p>\(t("mailings.send.administrators"))</p>"
            }
        return """
            <h2>\(t("mailings.words"))</h2>\(languages(mailing, t))
            <h2>\(t("mailings.audience"))</h2>\(AudiencePieces.form(view, state, t))
            <h2>\(t("mailings.reach"))</h2>\(AudiencePieces.reach(view, t))
            <h2>\(t("mailings.send"))</h2>\(send)
            <h2>\(t("mailings.remove"))</h2><form method="post" action="\(MailingDeskRoutes.remove.path(t.language, mailing.id))"><p>\(t("mailings.remove.words"))</p><p><button class="button">\(t("mailings.remove"))</button></p></form>
            """
    }

    /// The languages of a mailing: those of the interface, and whichever else it was written in.
    private static func languages(_ mailing: Mailing, _ t: Translator) -> HTML {
        let written = mailing.words.map(\.language)
        let others = mailing.state == .draft ? Language.interface.filter { !written.contains($0) } : []
        let items = (written + others).map { language -> HTML in
            guard written.contains(language) else {
                return """
                    <li><a href="\(MailingDeskRoutes.words.path(t.language, mailing.id, language))">\(language.ownName)</a> <span class="badge">\(t("mailings.words.missing"))</span></li>
                    """
            }
            let edit: HTML =
                mailing.state == .draft
                ? "<a href=\"\(MailingDeskRoutes.words.path(t.language, mailing.id, language))\">\(language.ownName)</a>"
                : HTML(text: language.ownName)
            return """
                <li>\(edit) · <a href="\(MailingDeskRoutes.preview.path(t.language, mailing.id, language))">\(t("mailings.preview"))<span class="unseen"> \(language.ownName)</span></a></li>
                """
        }
        return "<ul class=\"plain rows\">\(items)</ul>"
    }
}
