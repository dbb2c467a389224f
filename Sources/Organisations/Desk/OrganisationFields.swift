internal import Design
internal import Geography
internal import HTML
internal import Text

/// The fields of the form for an organisation, for its own people and for moderators.
struct OrganisationFields {
    let pieces: FormPieces
    let themes: [Theme]
    let t: Translator

    /// What it is, where, and who may see it: for moderators.
    var identity: HTML {
        let names = Language.interface.map { language -> HTML in
            """
            \(pieces.line(OrganisationForm.name(language), label: t("organisations.form.name", language.ownName), autocomplete: "off", maximum: OrganisationForm.longestName))
            \(pieces.line(OrganisationForm.acronym(language), label: t("organisations.form.acronym", language.ownName), autocomplete: "off", maximum: OrganisationForm.longestAcronym))
            """
        }
        let categories = Category.top.flatMap { [$0] + $0.children }.map {
            (value: $0.rawValue, words: ($0.parent == nil ? "" : "– ") + $0.name(t))
        }
        let countries = Country.sorted(in: t.language).map { (value: $0.country.code, words: $0.name) }
        return """
            <fieldset><legend>\(t("organisations.form.names"))</legend>\(names)</fieldset>
            \(pieces.choice("category", label: t("organisations.field.category"), autocomplete: "off", options: categories))
            \(pieces.choice("country", label: t("organisations.field.country"), hint: t("organisations.form.country.hint"), autocomplete: "off", required: false, options: countries))
            \(pieces.line("domain", label: t("organisations.form.domain"), hint: t("organisations.form.domain.hint"), autocomplete: "off", maximum: 200))
            \(pieces.check("hidden", words: "\(t("organisations.form.hidden"))"))
            """
    }

    /// What it says about itself.
    var words: HTML {
        let themeBoxes = themes.map { pieces.check(OrganisationForm.theme($0.slug), words: "\($0.title)") }
        let areaBoxes = OrganisationForm.regions.map { pieces.check(OrganisationForm.area($0), words: "\($0.name(in: t.language))") }
        return """
            \(pieces.text("profile", label: t("organisations.form.profile", t.language.ownName), hint: t("organisations.form.profile.hint"), maximum: OrganisationForm.longestProfile, rows: 8))
            \(pieces.line("website", label: t("organisations.website"), type: "url", autocomplete: "url", maximum: 300))
            \(pieces.line("languages", label: t("organisations.field.language"), hint: t("organisations.form.languages.hint"), autocomplete: "off", maximum: 200))
            <fieldset><legend>\(t("organisations.field.theme"))</legend>\(themeBoxes)</fieldset>
            <fieldset><legend>\(t("organisations.field.region"))</legend>\(areaBoxes)</fieldset>
            \(pieces.line("represented", label: t("organisations.form.represented"), hint: t("organisations.form.represented.hint"), autocomplete: "off", maximum: 12))
            \(pieces.line("representedYear", label: t("organisations.form.representedYear"), autocomplete: "off", maximum: 4))
            \(pieces.line("representedSource", label: t("organisations.form.representedSource"), autocomplete: "off", maximum: 200))
            """
    }
}
