internal import Design
internal import FoundationEssentials
internal import HTML
internal import Moderation
internal import People
internal import Text
internal import Web

/// The pages about people and their roles.
enum PeoplePages {
    static let section = "people"

    static func index(_ staff: [Person], searched: String, _ desk: DeskPage, _ t: Translator) -> Page {
        let pieces = FormPieces(FormState(values: ["email": searched]), t)
        let none: HTML = searched.isEmpty ? .empty : "<p class=\"notice\" role=\"status\">\(t("desk.people.notFound", searched))</p>"
        let rows = staff.map { person -> HTML in
            """
            <tr><td data-label="\(t("desk.people.name"))"><a href="\(AdministrationRoutes.person.path(t.language, person.id))">\(person.name)</a></td>
            <td data-label="\(t("desk.people.roles"))">\(words(person.roles, t))</td>
            <td data-label="\(t("desk.people.factor"))">\(t(person.hasSecondFactor ? "desk.yes" : "desk.no"))</td></tr>
            """
        }
        let body: HTML = """
            <form class="filter" method="get" action="\(AdministrationRoutes.people.path(t.language))">
            \(pieces.line("email", label: t("desk.people.search"), hint: t("desk.people.search.hint"), type: "email", autocomplete: "off", required: true, maximum: 254))
            <p><button class="button">\(t("desk.people.search.button"))</button></p></form>\(none)
            <h2>\(t("desk.people.staff"))</h2>
            <table role="table"><thead><tr><th scope="col">\(t("desk.people.name"))</th><th scope="col">\(t("desk.people.roles"))</th><th scope="col">\(t("desk.people.factor"))</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
        return desk.draw(
            section: section, title: t("desk.people.title"), lead: t("desk.people.lead"), body,
            address: { AdministrationRoutes.people.path($0) })
    }

    /// The forms about a person, as they are shown.
    struct Forms {
        var roles: FormState
        var factor = FormState()
    }

    static func person(
        _ person: Person, isOwn: Bool, isSaved: Bool = false, trouble: HTML = .empty, _ forms: Forms, _ desk: DeskPage, _ t: Translator
    ) -> Page {
        let pieces = FormPieces(forms.roles, t)
        let done = isSaved ? Pieces.notice(.good, title: t("desk.saved"), .empty) : .empty
        let boxes = Role.allCases.map { role in
            pieces.check(
                role.rawValue, words: "<strong>\(t("desk.role.\(role.rawValue)"))</strong>: \(t("desk.role.\(role.rawValue).words"))")
        }
        let body: HTML = """
            \(done)\(trouble)<dl class="facts"><div><dt>\(t("desk.people.mailbox"))</dt><dd>\(person.mailbox)</dd></div>
            <div><dt>\(t("desk.people.since"))</dt><dd>\(t.day(person.createdAt, in: .gmt))</dd></div>
            <div><dt>\(t("desk.people.factor"))</dt><dd>\(t(person.hasSecondFactor ? "desk.yes" : "desk.no"))</dd></div></dl>
            <form method="post" action="\(AdministrationRoutes.roles.path(t.language, person.id))" novalidate>\(pieces.summary())\(pieces.mark())
            <fieldset><legend>\(t("desk.people.roles"))</legend>\(boxes)</fieldset>
            <p><button class="button go">\(t("desk.people.save"))</button></p></form>
            \(person.hasSecondFactor && !isOwn ? lostFactor(person, forms.factor, t) : .empty)
            """
        return desk.draw(
            section: section, title: person.name, back: (AdministrationRoutes.people.path(t.language), t("desk.people.title")), body,
            state: forms.factor.problems.isEmpty ? forms.roles : forms.factor,
            address: { AdministrationRoutes.person.path($0, person.id) })
    }

    private static func lostFactor(_ person: Person, _ state: FormState, _ t: Translator) -> HTML {
        let pieces = FormPieces(state, t)
        return """
            <details id="factor"\(attribute: "open", if: !state.problems.isEmpty)><summary>\(t("desk.people.lost"))</summary>
            <p>\(t("desk.people.lost.lead"))</p>
            <form method="post" action="\(AdministrationRoutes.takeSecondFactor.path(t.language, person.id))" novalidate>\(pieces.summary())
            \(pieces.line("note", label: t("desk.field.note"), hint: t("desk.people.lost.note.hint"), autocomplete: "off", required: true, maximum: 300))
            \(pieces.password("password", label: t("desk.field.password"), autocomplete: "current-password"))
            <p><button class="button">\(t("desk.people.lost.button"))</button></p></form></details>
            """
    }

    private static func words(_ roles: Set<Role>, _ t: Translator) -> String {
        t.list(Role.allCases.filter(roles.contains).map { t("desk.role.\($0.rawValue)") })
    }
}
