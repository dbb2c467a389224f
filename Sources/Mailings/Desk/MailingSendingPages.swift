internal import Design
internal import HTML
internal import Moderation
internal import People
internal import Text
internal import Web

/// The pages on which mailings are let go, watched and held up.
enum MailingSendingPages {
    /// Why somebody is asked again.
    enum Surprise: Sendable {
        case grown, changed
    }

    static func confirmation(_ view: MailingView, _ surprise: Surprise?, _ desk: DeskPage, _ t: Translator) -> Page {
        let mailing = view.mailing
        let people = view.reach?.people ?? 0
        let subjects = mailing.words.map { words -> HTML in
            "<li lang=\"\(words.language.code)\"><strong>\(words.language.ownName)</strong> \(words.subject)</li>"
        }
        let form: HTML =
            view.maySend
            ? """
            <form method="post" action="\(MailingDeskRoutes.send.path(t.language, mailing.id))"><input type="hidden" name="people" value="\(people)"><input type="hidden" name="seen" value="\(mailing.digest)">
            <p>\(t("mailings.send.pace", t.number(view.limits.perMinute)))</p><p><button class="button go">\(t("mailings.send.now", people))</button></p></form>
            """
            : Pieces.notice(.bad, title: t("mailings.send.cannot"), "<p>\(t("mailings.send.cannot.words"))</p>")
        let notice: HTML =
            switch surprise {
            case .grown: Pieces.notice(.bad, title: t("mailings.send.grown"), "<p>\(t("mailings.send.grown.words"))</p>")
            case .changed: Pieces.notice(.bad, title: t("mailings.send.changed"), "<p>\(t("mailings.send.changed.words"))</p>")
            case nil: .empty
            }
        let body: HTML = """
            \(notice)
            <ul class="plain rows">\(subjects)</ul>\(AudiencePieces.summary(view, t))\(AudiencePieces.reach(view, t))\(form)
            """
        return desk.draw(
            section: MailingDeskRoutes.section, title: t("mailings.send"),
            back: (MailingDeskRoutes.mailing.path(t.language, mailing.id), MailingDeskPages.name(mailing, t)), body,
            address: { MailingDeskRoutes.sending.path($0, mailing.id) })
    }

    /// How far it has come. No opening and no click is counted, so none is shown.
    static func progress(_ view: MailingView, _ person: Person, _ t: Translator) -> HTML {
        let mailing = view.mailing
        let all = view.counts.values.reduce(0, +)
        let gone = all - view.people(.waiting)
        let counts: [(String, Int)] = [
            ("waiting", view.people(.waiting)), ("handed", view.people(.handed, .deferred)), ("sent", view.people(.sent)),
            ("failed", view.people(.failed)), ("returned", view.people(.returned)), ("stopped", view.people(.stopped)),
            ("unsubscribed", view.unsubscribed),
        ]
        let when = mailing.steps.approvedAt.map { t.dayAndTime($0, in: person.timeZone) } ?? ""
        let bar: HTML =
            all > 0
            ? "<div class=\"goal\"><progress value=\"\(gone)\" max=\"\(all)\" aria-label=\"\(t("mailings.progress"))\"></progress></div>"
            : .empty
        return """
            <p><span class="badge">\(t("mailings.state.\(mailing.state.rawValue)"))</span> \(t("mailings.approved", view.approver ?? t("mailings.somebody"), when))</p>
            \(AudiencePieces.summary(view, t))\(mailing.steps.gatheredAt == nil ? "<p>\(t("mailings.gathering"))</p>" : bar)
            <dl class="facts">\(counts.map { count -> HTML in "<div><dt>\(t("mailings.count.\(count.0)"))</dt><dd class=\"number\">\(t.number(count.1))</dd></div>" })</dl>
            <p class="small quiet">\(t("mailings.untracked"))</p>\(archive(mailing, person, t))\(steps(mailing, person, t))
            """
    }

    /// Whether everybody may read it. What was stopped is never in the archive.
    private static func archive(_ mailing: Mailing, _ person: Person, _ t: Translator) -> HTML {
        let isThere = mailing.isPublic && mailing.state != .cancelled
        let words = t(isThere ? "mailings.archive.in" : "mailings.archive.out")
        guard person.may(.administrator), mailing.state != .cancelled else { return "<p>\(words)</p>" }
        let field: HTML = isThere ? .empty : "<input type=\"hidden\" name=\"public\" value=\"yes\">"
        return """
            <form method="post" action="\(MailingDeskRoutes.archive.path(t.language, mailing.id))"><p>\(words)</p>
            \(field)
            <p><button class="button">\(t(isThere ? "mailings.archive.hide" : "mailings.archive.show"))</button></p></form>
            """
    }

    private static func steps(_ mailing: Mailing, _ person: Person, _ t: Translator) -> HTML {
        guard person.may(.administrator) else { return .empty }
        let language = t.language
        let cancel: HTML = """
            <form method="post" action="\(MailingDeskRoutes.cancel.path(language, mailing.id))"><p>\(t("mailings.cancel.words"))</p><p><button class="button">\(t("mailings.cancel"))</button></p></form>
            """
        switch mailing.state {
        case .sending:
            return """
                <form method="post" action="\(MailingDeskRoutes.pause.path(language, mailing.id))"><p>\(t("mailings.pause.words"))</p><p><button class="button">\(t("mailings.pause"))</button></p></form>\(cancel)
                """
        case .paused:
            return """
                <form method="post" action="\(MailingDeskRoutes.resume.path(language, mailing.id))"><p><button class="button go">\(t("mailings.resume"))</button></p></form>\(cancel)
                """
        case .draft, .sent, .cancelled: return .empty
        }
    }

    static func limits(isDone: Bool, _ state: FormState, _ desk: DeskPage, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let body: HTML = """
            \(isDone ? Pieces.notice(.good, title: t("mailings.saved"), .empty) : .empty)
            <form method="post" action="\(MailingDeskRoutes.saveLimits.path(t.language))" novalidate>\(pieces.summary())
            \(pieces.line("perMinute", label: t("mailings.field.perMinute"), hint: t("mailings.field.perMinute.hint"), autocomplete: "off", required: true, maximum: 6))
            \(pieces.line("perWeek", label: t("mailings.field.perWeek"), hint: t("mailings.field.perWeek.hint"), autocomplete: "off", required: true, maximum: 2))
            <p><button class="button go">\(t("mailings.save"))</button></p></form>
            """
        return desk.draw(
            section: MailingDeskRoutes.section, title: t("mailings.limits.title"),
            back: (MailingDeskRoutes.index.path(t.language), t("mailings.title")), body, state: state,
            address: { MailingDeskRoutes.limits.path($0) })
    }
}
