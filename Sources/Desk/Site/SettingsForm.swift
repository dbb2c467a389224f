internal import Design
internal import Mail
internal import Site
internal import Text
internal import Web

/// What an administrator may set for the whole site.
enum SettingsForm {
    static let longestName = 80
    static let longestResponsible = 200

    static func name(_ language: Language) -> String { "name-\(language.code)" }
    static func responsible(_ language: Language) -> String { "responsible-\(language.code)" }

    /// The form as the settings are.
    static func state(_ settings: SiteSettings) -> FormState {
        var values = [
            "contact": settings.contactMailbox ?? "", "address": settings.postalAddress ?? "",
            "forms": String(settings.formsPerSourceAndHour),
        ]
        if settings.staffNeedsSecondFactor { values["factor"] = "yes" }
        for language in Language.interface {
            values[name(language)] = settings.names[language] ?? ""
            values[responsible(language)] = settings.responsible[language] ?? ""
        }
        return FormState(values: values)
    }

    /// Reads a form over the settings there are. Problems are collected in `check`; with any there are no settings.
    static func decode(_ check: inout FormCheck, over settings: SiteSettings) -> SiteSettings? {
        var changed = settings
        for language in Language.interface {
            changed.names[language] = check.line(name(language), max: longestName)
            changed.responsible[language] = check.line(responsible(language), max: longestResponsible)
        }
        if changed.names.isEmpty { check.fail(name(.english), "form.problem.required") }
        changed.contactMailbox = check.mailbox("contact")
        if let typed = changed.contactMailbox, Mailbox(typed) == nil { check.fail("contact", "form.problem.mailbox") }
        changed.postalAddress = check.text("address", max: 500)
        changed.staffNeedsSecondFactor = check.flag("factor")
        if let forms = check.number("forms", required: true, in: 10...1_000_000) { changed.formsPerSourceAndHour = forms }
        return check.isClean ? changed : nil
    }
}
