internal import Design
internal import Files
internal import HTML
internal import Moderation
internal import Site
internal import Text
internal import Web

/// The page of the site's settings.
enum SettingsPages {
    static let section = "settings"

    static func form(
        _ settings: SiteSettings, _ state: FormState, logo: FormState = FormState(), isSaved: Bool = false, trouble: HTML = .empty,
        _ desk: DeskPage, _ t: Translator
    ) -> Page {
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
            \(done)\(trouble)<form method="post" action="\(AdministrationRoutes.saveSettings.path(t.language))" novalidate>\(pieces.summary())\(pieces.mark())
            <fieldset><legend>\(t("desk.settings.name"))</legend><p class="hint">\(t("desk.settings.name.hint"))</p>\(names)</fieldset>
            <fieldset><legend>\(t("desk.settings.responsible"))</legend><p class="hint">\(t("desk.settings.responsible.hint"))</p>\(responsible)</fieldset>
            \(languages(pieces, t))\(colours(settings, pieces, t))\(senders(pieces, t))
            \(pieces.line("contact", label: t("desk.field.contact"), hint: t("desk.settings.contact.hint"), type: "email", autocomplete: "off", maximum: 254))
            \(pieces.text("address", label: t("desk.field.address"), maximum: 500))
            \(pieces.check("factor", words: "\(t("desk.settings.factor"))"))
            \(pieces.line("forms", label: t("desk.field.forms"), hint: t("desk.settings.forms.hint"), autocomplete: "off", required: true, maximum: 7))
            <p><button class="button go">\(t("desk.settings.save"))</button></p></form>
            \(self.logo(settings, FormPieces(logo, t), t))
            """
        return desk.draw(
            section: section, title: t("desk.settings.title"), lead: t("desk.settings.lead"), body,
            state: logo.problems.isEmpty ? state : logo,
            address: { AdministrationRoutes.settings.path($0) })
    }

    private static func logo(_ settings: SiteSettings, _ pieces: FormPieces, _ t: Translator) -> HTML {
        let present: HTML =
            settings.logo.map { logo -> HTML in
                """
                <p><img src="\(SiteRoutes.logo.path(logo.digest))" alt="\(t("desk.settings.logo.now"))"></p>
                <form class="inline" method="post" action="\(AdministrationRoutes.removeLogo.path(t.language))"><button class="button small">\(t("desk.settings.logo.remove"))</button></form>
                """
            } ?? .empty
        return """
            <h2 id="logo">\(t("desk.field.logo"))</h2>\(present)
            <form method="post" enctype="multipart/form-data" action="\(AdministrationRoutes.saveLogo.path(t.language))" novalidate>\(pieces.summary())
            \(pieces.file("logo", label: t("desk.field.logo"), hint: t("desk.settings.logo.hint", LogoForm.largest / 1000), accept: FileKind.accepted(LogoForm.kinds), required: true))
            <p><button class="button">\(t("desk.settings.logo.save"))</button></p></form>
            """
    }

    private static func languages(_ pieces: FormPieces, _ t: Translator) -> HTML {
        let offered = Language.interface.map { language in pieces.check(SettingsForm.offered(language), words: "\(language.ownName)") }
        return """
            <fieldset><legend>\(t("desk.settings.languages"))</legend><p class="hint">\(t("desk.settings.languages.hint"))</p>\(offered)
            \(pieces.choice("main", label: t("desk.field.main"), hint: t("desk.settings.main.hint"), autocomplete: "off", options: Language.interface.map { ($0.code, $0.ownName) }))</fieldset>
            """
    }

    /// Each with the contrast that it reaches now.
    private static func colours(_ settings: SiteSettings, _ pieces: FormPieces, _ t: Translator) -> HTML {
        let lines = Palette.Slot.allCases.map { slot -> HTML in
            let reached = SettingsForm.ratio(settings.palette.contrast(of: slot))
            return pieces.line(
                slot.rawValue, label: t("desk.field.\(slot.rawValue)"),
                hint: t("desk.settings.colour.hint", settings.palette[slot].description, reached), autocomplete: "off", maximum: 7)
        }
        return """
            <fieldset><legend>\(t("desk.settings.colours"))</legend><p class="hint">\(t("desk.settings.colours.hint"))</p>\(lines)</fieldset>
            """
    }

    private static func senders(_ pieces: FormPieces, _ t: Translator) -> HTML {
        let names = Language.interface.map { language in
            pieces.line(SettingsForm.sender(language), label: language.ownName, autocomplete: "off", maximum: SettingsForm.longestName)
        }
        return """
            <fieldset><legend>\(t("desk.settings.sender"))</legend><p class="hint">\(t("desk.settings.sender.hint"))</p>\(names)
            \(pieces.line("replyTo", label: t("desk.field.replyTo"), hint: t("desk.settings.replyTo.hint"), type: "email", autocomplete: "off", maximum: 254))</fieldset>
            """
    }
}
