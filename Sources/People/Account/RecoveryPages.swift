internal import Design
internal import HTML
internal import Text
internal import Web

/// The pages of a forgotten password.
enum RecoveryPages {
    static func form(_ state: FormState, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let body: HTML = """
            \(Pieces.title(t("people.recovery.title"), lead: t("people.recovery.lead")))
            <div class="wrap narrow"><form method="post" action="\(AccountRoutes.recover.path(t.language))" novalidate>
            \(pieces.summary())
            \(pieces.line("email", label: t("people.field.email"), type: "email", autocomplete: "email", required: true, maximum: 254))
            <p><button class="button go">\(t("people.recovery.button"))</button></p></form></div>
            """
        return AccountPages.page(t("people.recovery.title"), body, t) { AccountRoutes.recovery.path($0) }.marking(state, t)
    }

    /// The same page for everybody, whether the mailbox has an account or not.
    static func sent(_ t: Translator) -> Page {
        let body: HTML = """
            \(Pieces.title(t("people.sent.title"), lead: t("people.recovery.sent.lead")))
            <div class="wrap prose"><p>\(t("people.sent.missing"))</p></div>
            """
        return AccountPages.page(t("people.sent.title"), body, t) { AccountRoutes.recoverySent.path($0) }
    }

    static func newPassword(_ token: String, mailbox: String, _ state: FormState, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let body: HTML = """
            \(Pieces.title(t("people.newPassword.title"), lead: t("people.newPassword.lead")))
            <div class="wrap narrow"><form method="post" action="\(AccountRoutes.setPassword.path(t.language, token))" novalidate>
            \(pieces.summary())
            <input type="hidden" name="username" autocomplete="username" value="\(mailbox)">
            \(pieces.password("password", label: t("people.field.newPassword"), hint: t("people.field.password.hint", PasswordRule.shortest), autocomplete: "new-password"))
            <p><button class="button go">\(t("people.newPassword.button"))</button></p></form></div>
            """
        return AccountPages.page(t("people.newPassword.title"), body, t) { AccountRoutes.newPassword.path($0, token) }.marking(state, t)
    }

    static func done(_ t: Translator) -> Page {
        let way: HTML =
            "<p class=\"actions\"><a class=\"button go\" href=\"\(AccountRoutes.signIn.path(t.language))\">\(t("people.signIn.button"))</a></p>"
        let body = Pieces.title(t("people.newPassword.done"), lead: t("people.newPassword.done.lead"), more: way)
        return AccountPages.page(t("people.newPassword.done"), body, t) { AccountRoutes.signIn.path($0) }
    }

    /// For a link that no longer works.
    static func over(_ token: String, _ t: Translator) -> Page {
        let way: HTML =
            "<p class=\"actions\"><a class=\"button go\" href=\"\(AccountRoutes.recovery.path(t.language))\">\(t("people.recovery.button"))</a></p>"
        let body = Pieces.title(t("people.over.title"), lead: t("people.recovery.over"), more: way)
        return AccountPages.page(t("people.over.title"), body, t) { AccountRoutes.newPassword.path($0, token) }
    }
}
