internal import Design
internal import Geography
internal import Text

extension OrganisationForm {
    /// What is stored otherwise than it was typed, in the order of the form, under its labels and as it says it.
    static func differences(_ stored: FormState, from typed: FormState, by editor: Editor, _ themes: [Theme], _ t: Translator) -> [(
        label: String, words: String
    )] {
        let fields = (editor == .moderator ? identity(t) : []) + words(themes, t)
        let differing = stored.differing(from: typed, in: fields.map(\.name))
        return fields.filter { differing.contains($0.name) }.map { ($0.label, $0.said(stored.values[$0.name] ?? "")) }
    }

    /// A field, its label, and how it says a value.
    private struct Field {
        let name: String
        let label: String
        var said: (String) -> String = { $0 }

        /// A box.
        static func box(_ name: String, _ label: String, _ t: Translator) -> Field {
            Field(name: name, label: label) { Pieces.box(isTicked: !$0.isEmpty, t) }
        }
    }

    private static func identity(_ t: Translator) -> [Field] {
        let names = Language.interface.flatMap { language in
            [
                Field(name: name(language), label: t("organisations.form.name", language.ownName)),
                Field(name: acronym(language), label: t("organisations.form.acronym", language.ownName)),
            ]
        }
        return names + [
            Field(name: "category", label: t("organisations.field.category")) { Category(rawValue: $0)?.name(t) ?? $0 },
            Field(name: "country", label: t("organisations.field.country")) { Country(code: $0)?.name(in: t.language) ?? $0 },
            Field(name: "domain", label: t("organisations.form.domain")), .box("hidden", t("organisations.form.hidden"), t),
        ]
    }

    private static func words(_ themes: [Theme], _ t: Translator) -> [Field] {
        let words = [
            Field(name: "profile", label: t("organisations.form.profile", t.language.ownName)),
            Field(name: "website", label: t("organisations.website")), Field(name: "languages", label: t("organisations.field.language")),
        ]
        let represented = [
            Field(name: "represented", label: t("organisations.form.represented")),
            Field(name: "representedYear", label: t("organisations.form.representedYear")),
            Field(name: "representedSource", label: t("organisations.form.representedSource")),
        ]
        return words + themes.map { .box(theme($0.slug), $0.title, t) } + regions.map { .box(area($0), $0.name(in: t.language), t) }
            + represented
    }
}
