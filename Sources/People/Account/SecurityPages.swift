internal import Design
internal import HTML
internal import Text
internal import Web

/// The pages about what keeps an account safe.
enum SecurityPages {
    static func show(_ view: SecurityView, form: SecurityView.Form? = nil, state: FormState = FormState(), _ t: Translator) -> Page {
        let done = view.done.map { Pieces.notice(.good, title: t("people.security.done.\($0.rawValue)"), .empty) } ?? .empty
        let of = { (asked: SecurityView.Form) in FormPieces(form == asked ? state : FormState(), t) }
        let body: HTML = """
            \(AccountPages.head("people.security.title", "people.security.lead", t))
            <div class="wrap">\(done)<div class="columns even">
            <section id="password-form"><h2>\(t("people.security.password"))</h2>\(password(of(.password), t))</section>
            <section id="mailbox-form"><h2>\(t("people.security.mailbox"))</h2>\(mailbox(view.person, of(.mailbox), t))</section>
            <section id="factor"><h2>\(t("people.factor.title"))</h2>\(factor(view, of(.factor), t))</section>
            <section id="sessions"><h2>\(t("people.security.sessions"))</h2>\(sessions(view, t))</section></div></div>
            """
        return AccountPages.page(t("people.security.title"), body, t) { AccountRoutes.security.path($0) }.marking(state, t)
    }

    private static func password(_ pieces: FormPieces, _ t: Translator) -> HTML {
        """
        <form method="post" action="\(AccountRoutes.changePassword.path(t.language))" novalidate>\(pieces.summary())
        \(pieces.password("current", label: t("people.field.current"), autocomplete: "current-password"))
        \(pieces.password("password", label: t("people.field.newPassword"), hint: t("people.field.password.hint", PasswordRule.shortest), autocomplete: "new-password"))
        <p><button class="button">\(t("people.security.password.button"))</button></p></form>
        """
    }

    private static func mailbox(_ person: Person, _ pieces: FormPieces, _ t: Translator) -> HTML {
        """
        <p>\(t("people.security.mailbox.now", person.mailbox))</p>
        <form method="post" action="\(AccountRoutes.changeMailbox.path(t.language))" novalidate>\(pieces.summary())
        \(pieces.line("email", label: t("people.field.newMailbox"), type: "email", autocomplete: "email", required: true, maximum: 254))
        \(pieces.password("mailboxPassword", label: t("people.field.current"), autocomplete: "current-password"))
        <p><button class="button">\(t("people.security.mailbox.button"))</button></p></form>
        """
    }

    private static func factor(_ view: SecurityView, _ pieces: FormPieces, _ t: Translator) -> HTML {
        guard view.person.hasSecondFactor else {
            return """
                <p>\(t("people.factor.off"))</p>
                <p class="actions"><a class="button" href="\(AccountRoutes.secondFactor.path(t.language))">\(t("people.factor.setUp"))</a></p>
                """
        }
        return """
            <p>\(t("people.factor.on", view.codesLeft))</p>
            <form method="post" action="\(AccountRoutes.renewCodes.path(t.language))" novalidate>\(pieces.summary())
            \(pieces.password("factorPassword", label: t("people.field.current"), autocomplete: "current-password"))
            <p class="actions"><button class="button">\(t("people.factor.renew"))</button>
            <button class="button" formaction="\(AccountRoutes.removeSecondFactor.path(t.language))">\(t("people.factor.remove"))</button></p></form>
            """
    }

    private static func sessions(_ view: SecurityView, _ t: Translator) -> HTML {
        let items = view.sessions.map { session -> HTML in
            let seen = t("people.security.seen", t.dayAndTime(session.seenAt, in: view.person.timeZone))
            guard session.id != view.current else {
                return
                    "<li><strong>\(Browsers.name(session.agent, t))</strong><span class=\"quiet small\">\(t("people.security.here"))</span></li>"
            }
            return """
                <li><strong>\(Browsers.name(session.agent, t))</strong><span class="quiet small">\(seen)</span>
                <form class="inline" method="post" action="\(AccountRoutes.closeSession.path(t.language, session.id))"><button class="button small">\(t("people.signOut.button"))</button></form></li>
                """
        }
        let others: HTML =
            view.sessions.count > 1
            ? "<form class=\"inline\" method=\"post\" action=\"\(AccountRoutes.closeOtherSessions.path(t.language))\"><button class=\"button\">\(t("people.security.closeOthers"))</button></form>"
            : .empty
        return "<ul class=\"signers\">\(items)</ul>\(others)"
    }

    static func mailboxConfirmation(_ token: String, mailbox: String, _ t: Translator) -> Page {
        let body: HTML = """
            \(Pieces.title(t("people.mailbox.title"), lead: t("people.mailbox.lead", mailbox)))
            <div class="wrap narrow"><form method="post" action="\(AccountRoutes.confirmMailbox.path(t.language, token))">
            <p><button class="button go">\(t("people.mailbox.button"))</button></p></form></div>
            """
        return AccountPages.page(t("people.mailbox.title"), body, t) { AccountRoutes.mailboxConfirmation.path($0, token) }
    }

    static func mailboxChanged(_ t: Translator) -> Page {
        let way: HTML =
            "<p class=\"actions\"><a class=\"button go\" href=\"\(AccountRoutes.home.path(t.language))\">\(t("people.home.kicker"))</a></p>"
        let body = Pieces.title(t("people.mailbox.done"), lead: t("people.mailbox.done.lead"), more: way)
        return AccountPages.page(t("people.mailbox.done"), body, t) { AccountRoutes.security.path($0) }
    }

    static func mailboxOver(_ token: String, _ t: Translator) -> Page {
        let body = Pieces.title(t("people.over.title"), lead: t("people.mailbox.over"))
        return AccountPages.page(t("people.over.title"), body, t) { AccountRoutes.mailboxConfirmation.path($0, token) }
    }
}

/// What a browser calls itself, in words that its owner recognises.
enum Browsers {
    private static let names = [
        ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]
    private static let systems = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"),
    ]

    static func name(_ agent: String, _ t: Translator) -> String {
        let parts = [names, systems].compactMap { list in list.first { agent.contains($0.0) }?.1 }
        return parts.isEmpty ? t("people.security.someBrowser") : parts.joined(separator: ", ")
    }
}
