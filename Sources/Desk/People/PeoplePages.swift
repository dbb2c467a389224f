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

    static func person(_ person: Person, isSaved: Bool, _ state: FormState, _ desk: DeskPage, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let done = isSaved ? Pieces.notice(.good, title: t("desk.saved"), .empty) : .empty
        let boxes = Role.allCases.map { role in
            pieces.check(
                role.rawValue, words: "<strong>\(t("desk.role.\(role.rawValue)"))</strong>: \(t("desk.role.\(role.rawValue).words"))")
        }
        let body: HTML = """
            \(done)<dl class="facts"><div><dt>\(t("desk.people.mailbox"))</dt><dd>\(person.mailbox)</dd></div>
            <div><dt>\(t("desk.people.since"))</dt><dd>\(t.day(person.createdAt, in: .gmt))</dd></div>
            <div><dt>\(t("desk.people.factor"))</dt><dd>\(t(person.hasSecondFactor ? "desk.yes" : "desk.no"))</dd></div></dl>
            <form method="post" action="\(AdministrationRoutes.roles.path(t.language, person.id))" novalidate>\(pieces.summary())
            <fieldset><legend>\(t("desk.people.roles"))</legend>\(boxes)</fieldset>
            <p><button class="button go">\(t("desk.people.save"))</button></p></form>
            """
        return desk.draw(
            section: section, title: person.name, back: (AdministrationRoutes.people.path(t.language), t("desk.people.title")), body,
            state: state,
            address: { AdministrationRoutes.person.path($0, person.id) })
    }

    private static func words(_ roles: Set<Role>, _ t: Translator) -> String {
        t.list(Role.allCases.filter(roles.contains).map { t("desk.role.\($0.rawValue)") })
    }
}
