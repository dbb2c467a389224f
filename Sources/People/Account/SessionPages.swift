internal import Design
internal import HTML
internal import Text
internal import Web

/// The pages of signing in.
enum SessionPages {
    static func form(_ state: FormState, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let body: HTML = """
            \(Pieces.title(t("people.signIn.title"), lead: t("people.signIn.lead")))
            <div class="wrap narrow"><form method="post" action="\(AccountRoutes.beginSession.path(t.language))" novalidate>
            \(pieces.summary())
            \(pieces.line("email", label: t("people.field.email"), type: "email", autocomplete: "username", required: true, maximum: 254))
            \(pieces.password("password", label: t("people.field.password"), autocomplete: "current-password"))
            \(pieces.hidden("next"))
            <p><button class="button go">\(t("people.signIn.button"))</button></p></form>
            <p><a href="\(AccountRoutes.recovery.path(t.language))">\(t("people.signIn.forgotten"))</a></p>
            <p><a href="\(AccountRoutes.signUp.path(t.language))">\(t("people.signIn.noAccount"))</a></p></div>
            """
        return AccountPages.page(t("people.signIn.title"), body, t) { AccountRoutes.signIn.path($0) }.marking(state, t)
    }

    static func code(_ state: FormState, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let body: HTML = """
            \(Pieces.title(t("people.code.title"), lead: t("people.code.lead")))
            <div class="wrap narrow"><form class="code" method="post" action="\(AccountRoutes.proveSession.path(t.language))" novalidate>
            \(pieces.summary())
            \(pieces.line("code", label: t("people.field.code"), hint: t("people.code.hint"), autocomplete: "one-time-code", required: true, maximum: 16))
            \(pieces.hidden("next"))
            <p><button class="button go">\(t("people.signIn.button"))</button></p></form>
            <form method="post" action="\(AccountRoutes.endSession.path(t.language))"><p><button class="button">\(t("people.code.cancel"))</button></p></form></div>
            """
        return AccountPages.page(t("people.code.title"), body, t) { AccountRoutes.code.path($0) }.marking(state, t)
    }
}
