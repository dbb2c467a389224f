internal import Design
internal import HTML
internal import Secrets
internal import Text
internal import Web

/// The pages of setting up a second factor.
enum SecondFactorPages {
    static func show(seed: TOTPSeed, address: String, offer: String, isRequired: Bool, _ state: FormState, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let why = isRequired ? Pieces.notice(.plain, "<p>\(t("people.factor.required"))</p>") : .empty
        let body: HTML = """
            \(AccountPages.head("people.factor.title", "people.factor.lead", t))
            <div class="wrap">\(why)<ol class="steps">
            <li><h2>\(t("people.factor.step.app"))</h2><p>\(t("people.factor.step.app.words"))</p></li>
            <li><h2>\(t("people.factor.step.read"))</h2>\(QRCode.picture(address, label: t("people.factor.picture")))
            <p>\(t("people.factor.step.read.words"))</p><p><code class="key">\(seed.text)</code></p></li>
            <li><h2>\(t("people.factor.step.code"))</h2><form class="code" method="post" action="\(AccountRoutes.enrol.path(t.language))" novalidate>
            \(pieces.summary())
            \(pieces.line("code", label: t("people.field.code"), autocomplete: "one-time-code", required: true, maximum: 12))
            \(pieces.password("password", label: t("people.field.current"), autocomplete: "current-password"))
            <input type="hidden" name="offer" value="\(offer)">
            <p><button class="button go">\(t("people.factor.confirm"))</button></p></form></li></ol></div>
            """
        return AccountPages.page(t("people.factor.title"), body, t) { AccountRoutes.secondFactor.path($0) }.marking(state, t)
    }

    /// The recovery codes, this once.
    static func codes(_ codes: [RecoveryCode], _ t: Translator) -> Page {
        let body: HTML = """
            \(Pieces.title(t("people.codes.title"), lead: t("people.codes.lead")))
            <div class="wrap"><ul class="codes">\(codes.map { code -> HTML in "<li><code>\(code.text)</code></li>" })</ul>
            <p class="actions"><a class="button go" href="\(AccountRoutes.home.path(t.language))">\(t("people.codes.done"))</a></p></div>
            """
        return AccountPages.page(t("people.codes.title"), body, t) { AccountRoutes.secondFactor.path($0) }
    }
}
