internal import Design
internal import HTML
internal import Text
internal import Web

/// The pages on the way to an account.
enum SignUpPages {
    static func form(_ state: FormState, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let body: HTML = """
            \(Pieces.title(t("people.signUp.title"), lead: t("people.signUp.lead")))
            <div class="wrap narrow"><form method="post" action="\(AccountRoutes.create.path(t.language))" novalidate>
            \(pieces.summary())
            \(pieces.line("name", label: t("people.field.name"), autocomplete: "name", required: true, maximum: Person.longestName))
            \(pieces.line("email", label: t("people.field.email"), type: "email", autocomplete: "email", required: true, maximum: 254))
            \(pieces.password("password", label: t("people.field.password"), hint: t("people.field.password.hint", PasswordRule.shortest), autocomplete: "new-password"))
            <p><button class="button go">\(t("people.signUp.button"))</button></p>
            <p class="small quiet">\(t("people.signUp.next"))</p></form>
            <p><a href="\(AccountRoutes.signIn.path(t.language))">\(t("people.signUp.hasAccount"))</a></p></div>
            """
        return AccountPages.page(t("people.signUp.title"), body, t) { AccountRoutes.signUp.path($0) }.marking(state, t)
    }

    /// The same page for everybody, whether the mailbox has an account or not.
    static func sent(_ t: Translator) -> Page {
        let body: HTML = """
            \(Pieces.title(t("people.sent.title"), lead: t("people.signUp.sent.lead")))
            <div class="wrap prose"><p>\(t("people.sent.missing"))</p></div>
            """
        return AccountPages.page(t("people.sent.title"), body, t) { AccountRoutes.signUpSent.path($0) }
    }

    static func confirmation(_ token: String, mailbox: String, _ t: Translator) -> Page {
        let body: HTML = """
            \(Pieces.title(t("people.confirm.title"), lead: t("people.confirm.lead", mailbox)))
            <div class="wrap narrow"><form method="post" action="\(AccountRoutes.confirm.path(t.language, token))">
            <p><button class="button go">\(t("people.confirm.button"))</button></p></form></div>
            """
        return AccountPages.page(t("people.confirm.title"), body, t) { AccountRoutes.confirmation.path($0, token) }
    }

    /// For a link that no longer works: used, or too old.
    static func over(_ token: String, _ t: Translator) -> Page {
        let ways: HTML = """
            <p class="actions"><a class="button go" href="\(AccountRoutes.signIn.path(t.language))">\(t("people.signIn.button"))</a>
            <a class="button" href="\(AccountRoutes.signUp.path(t.language))">\(t("people.signUp.button"))</a></p>
            """
        let body = Pieces.title(t("people.over.title"), lead: t("people.confirm.over"), more: ways)
        return AccountPages.page(t("people.over.title"), body, t) { AccountRoutes.confirmation.path($0, token) }
    }
}
