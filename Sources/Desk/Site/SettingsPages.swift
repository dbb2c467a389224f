internal import Design
internal import HTML
internal import Moderation
internal import Text
internal import Web

/// The page of the site's settings.
enum SettingsPages {
    static let section = "settings"

    static func form(_ state: FormState, isSaved: Bool, _ desk: DeskPage, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let done = isSaved ? Pieces.notice(.good, title: t("desk.saved"), .empty) : .empty
        let names = Language.interface.map { language in
            pieces.line(
                SettingsForm.name(language), label: language.ownName, autocomplete: "off", maximum: SettingsForm.longestName)
        }
        let responsible = Language.interface.map { language in
            pieces.line(
                SettingsForm.responsible(language), label: language.ownName, autocomplete: "off", maximum: SettingsForm.longestResponsible)
        }
        let body: HTML = """
            \(done)<form method="post" action="\(AdministrationRoutes.saveSettings.path(t.language))" novalidate>\(pieces.summary())
            <fieldset><legend>\(t("desk.settings.name"))</legend><p class="hint">\(t("desk.settings.name.hint"))</p>\(names)</fieldset>
            <fieldset><legend>\(t("desk.settings.responsible"))</legend><p class="hint">\(t("desk.settings.responsible.hint"))</p>\(responsible)</fieldset>
            \(pieces.line("contact", label: t("desk.field.contact"), hint: t("desk.settings.contact.hint"), type: "email", autocomplete: "off", maximum: 254))
            \(pieces.text("address", label: t("desk.field.address"), maximum: 500))
            \(pieces.check("factor", words: "\(t("desk.settings.factor"))"))
            \(pieces.line("forms", label: t("desk.field.forms"), hint: t("desk.settings.forms.hint"), autocomplete: "off", required: true, maximum: 7))
            <p><button class="button go">\(t("desk.settings.save"))</button></p></form>
            """
        return desk.draw(
            section: section, title: t("desk.settings.title"), lead: t("desk.settings.lead"), body, state: state,
            address: { AdministrationRoutes.settings.path($0) })
    }
}
