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
    static func sender(_ language: Language) -> String { "sender-\(language.code)" }
    static func offered(_ language: Language) -> String { "offered-\(language.code)" }
    static func responsible(_ language: Language) -> String { "responsible-\(language.code)" }

    /// Its fields, in the order of the form.
    static let fields =
        Language.interface.map(name) + Language.interface.map(responsible) + Language.interface.map(offered) + ["main"]
        + Palette.Slot.allCases.map(\.rawValue) + Language.interface.map(sender) + ["replyTo", "contact", "address", "factor", "forms"]

    /// The form as the settings are.
    static func state(_ settings: SiteSettings) -> FormState {
        var values = [
            "contact": settings.contactMailbox ?? "", "address": settings.postalAddress ?? "",
            "forms": String(settings.formsPerSourceAndHour),
        ]
        if settings.staffNeedsSecondFactor { values["factor"] = "yes" }
        for language in Language.interface {
            values[name(language)] = settings.names[language] ?? ""
            values[sender(language)] = settings.senders[language] ?? ""
            if settings.languages.contains(language) { values[offered(language)] = "yes" }
            values[responsible(language)] = settings.responsible[language] ?? ""
        }
        values["main"] = settings.mainLanguage.code
        values["replyTo"] = settings.replyTo ?? ""
        for slot in Palette.Slot.allCases { values[slot.rawValue] = settings.palette.chosen[slot]?.description ?? "" }
        return FormState(values: values).marked()
    }

    /// Reads a form over the settings there are. Problems are collected in `check`; with any there are no settings.
    static func decode(_ check: inout FormCheck, over settings: SiteSettings, mailDomain: String) -> SiteSettings? {
        var changed = settings
        for language in Language.interface {
            changed.names[language] = check.line(name(language), max: longestName)
            changed.senders[language] = check.line(sender(language), max: longestName)
            changed.responsible[language] = check.line(responsible(language), max: longestResponsible)
        }
        if changed.names.isEmpty { check.fail(name(.english), "desk.problem.noName") }
        changed.contactMailbox = check.mailbox("contact")
        if let typed = changed.contactMailbox, Mailbox(typed) == nil { check.fail("contact", "form.problem.mailbox") }
        changed.replyTo = check.mailbox("replyTo")
        if let typed = changed.replyTo, Mailbox(typed)?.domain.lowercased() != mailDomain.lowercased() {
            check.fail("replyTo", "desk.problem.replyTo", [.words(mailDomain)])
        }
        languages(&check, &changed)
        palette(&check, &changed)
        changed.postalAddress = check.text("address", max: 500)
        changed.staffNeedsSecondFactor = check.flag("factor")
        if let forms = check.number("forms", required: true, in: 10...1_000_000) { changed.formsPerSourceAndHour = forms }
        return check.isClean ? changed : nil
    }

    /// The languages that are offered, at least one, and which of them is the main one.
    private static func languages(_ check: inout FormCheck, _ settings: inout SiteSettings) {
        settings.languages = Language.interface.filter { check.flag(offered($0)) }
        if settings.languages.isEmpty { check.fail(offered(Language.interface[0]), "desk.problem.languages") }
        guard let main = check.choice("main", required: true, as: { code in Language.interface.first { $0.code == code } }) else { return }
        if !settings.languages.isEmpty, !settings.languages.contains(main) { check.fail("main", "desk.problem.main") }
        settings.mainLanguage = main
    }

    /// The colours: written in the one way that cannot hold anything else, and far enough from what they meet.
    private static func palette(_ check: inout FormCheck, _ settings: inout SiteSettings) {
        settings.palette = Palette()
        for slot in Palette.Slot.allCases {
            guard let typed = check.line(slot.rawValue, max: 40) else { continue }
            settings.palette.chosen[slot] = Colour(typed)
            if settings.palette.chosen[slot] == nil { check.fail(slot.rawValue, "desk.problem.colour") }
        }
        for slot in Palette.Slot.allCases where settings.palette.contrast(of: slot) < Palette.least {
            let nearest = settings.palette.nearest(to: slot).description
            check.fail(slot.rawValue, "desk.problem.contrast", [.words(ratio(settings.palette.contrast(of: slot))), .words(nearest)])
        }
    }

    /// A contrast in the form in which it is written about: `4.3:1`, rounded down, so that what is too little does not look like enough.
    static func ratio(_ contrast: Double) -> String {
        let tenths = Int(contrast * 10)
        return "\(tenths / 10).\(tenths % 10):1"
    }
}
