internal import Design
internal import FoundationEssentials
internal import Graph
internal import HTML
internal import Mail
internal import Moderation
internal import People
internal import Text
internal import Time
internal import Web

/// The pages on which the directory is kept.
enum OrganisationDeskPages {
    static func index(_ found: [KeptOrganisation], words: String, isDone: Bool, _ desk: DeskPage, _ t: Translator) -> Page {
        let done = isDone ? Pieces.notice(.good, title: t("organisations.desk.removed"), .empty) : .empty
        let pieces = FormPieces(FormState(values: ["q": words]), t)
        let list: HTML = found.isEmpty ? "<p class=\"notice\">\(t("organisations.none.title"))</p>" : links(found, t)
        let body: HTML = """
            \(done)<form method="get" action="\(OrganisationDeskRoutes.index.path(t.language))">\(pieces.search("q", label: t("organisations.field.q"), maximum: DirectoryFilter.longestWords))
            <p class="actions"><button class="button">\(t("organisations.search"))</button>
            <a class="button go" href="\(OrganisationDeskRoutes.new.path(t.language))">\(t("organisations.desk.new"))</a></p></form>\(list)
            """
        return desk.draw(
            section: OrganisationDeskRoutes.section, title: t("organisations.menu"), lead: t("organisations.desk.lead"), body,
            address: { OrganisationDeskRoutes.index.path($0) })
    }

    private static func links(_ found: [KeptOrganisation], _ t: Translator) -> HTML {
        let rows = found.map { each -> HTML in
            let hidden: HTML = each.isHidden ? " <span class=\"badge\">\(t("organisations.desk.hidden"))</span>" : .empty
            return "<li><a href=\"\(OrganisationDeskRoutes.organisation.path(t.language, each.slug))\">\(each.name)</a>\(hidden)</li>"
        }
        return "<ul class=\"rows\">\(rows)</ul>"
    }

    static func new(_ state: FormState, _ themes: [Theme], alike: [KeptOrganisation] = [], _ desk: DeskPage, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let fields = OrganisationFields(pieces: pieces, themes: themes, t: t)
        let body: HTML = """
            <form method="post" action="\(OrganisationDeskRoutes.create.path(t.language))" novalidate>\(pieces.summary())\(likeness(alike, pieces, t))\(fields.identity)\(fields.words)
            <p><button class="button go">\(t("organisations.desk.create"))</button></p></form>
            """
        return desk.draw(
            section: OrganisationDeskRoutes.section, title: t("organisations.desk.new"),
            back: (OrganisationDeskRoutes.index.path(t.language), t("organisations.menu")), body, state: state,
            address: { OrganisationDeskRoutes.new.path($0) })
    }

    /// Those that are there and like it, with the box that says that it is another; once ticked, that travels along, with which they were.
    private static func likeness(_ alike: [KeptOrganisation], _ pieces: FormPieces, _ t: Translator) -> HTML {
        guard !alike.isEmpty else { return pieces.hidden("another") + pieces.hidden("alike") }
        return """
            <fieldset><legend>\(t("organisations.desk.alike"))</legend>\(links(alike, t))<input type="hidden" name="alike" value="\(alike.map(\.slug).joined(separator: " "))">
            \(pieces.check("another", words: "\(t("organisations.field.another"))"))</fieldset>
            """
    }

    static func organisation(
        _ view: OrganisationDeskView, _ form: OrganisationDeskForm, isDone: Bool, trouble: HTML = .empty, at now: Instant, _ desk: DeskPage,
        _ t: Translator
    ) -> Page {
        let organisation = view.organisation
        let stored = OrganisationForm.state(organisation.facts, in: t.language, for: .moderator)
        let (facts, contact, membership, contested, removal) = states(form, view, stored)
        let pieces = FormPieces(facts, t)
        let fields = OrganisationFields(pieces: pieces, themes: view.themes, t: t)
        let done = isDone ? Pieces.notice(.good, title: t("organisations.saved"), .empty) : .empty
        let look: HTML =
            organisation.facts.visibility == .everyone
            ? "<p><a href=\"\(OrganisationRoutes.organisation.path(t.language, organisation.slug))\">\(t("organisations.desk.look"))</a></p>"
            : .empty
        let body: HTML = """
            \(done)\(trouble)\(look)<form method="post" action="\(OrganisationDeskRoutes.save.path(t.language, organisation.slug))" novalidate>\(pieces.summary())\(pieces.mark())
            \(fields.identity)\(fields.words)<p><button class="button go">\(t("organisations.save"))</button></p></form>
            <h2 id="contacts">\(t("organisations.desk.contacts"))</h2>\(contacts(view, FormPieces(contact, t), t))
            <h2 id="mandates">\(t("organisations.desk.mandates"))</h2>\(mandates(view, at: now, t))
            <h2 id="networks">\(t("organisations.networks"))</h2>\(memberships(view, FormPieces(membership, t), t))
            <h2>\(t("organisations.desk.contest"))</h2>\(contest(view, FormPieces(contested, t), t))
            \(removing(organisation.slug, removal, t))
            """
        let problem = [facts, contact, membership, contested, removal].first { !$0.problems.isEmpty } ?? FormState()
        return desk.draw(
            section: OrganisationDeskRoutes.section, title: organisation.name(for: t.language).name,
            back: (OrganisationDeskRoutes.index.path(t.language), t("organisations.menu")), body, state: problem,
            address: { OrganisationDeskRoutes.organisation.path($0, organisation.slug) })
    }

    private static func states(
        _ form: OrganisationDeskForm, _ view: OrganisationDeskView, _ stored: FormState
    ) -> (FormState, FormState, FormState, FormState, FormState) {
        let note = FormState(values: ["contest": view.contest ?? ""])
        return switch form {
        case .facts(let state): (state, FormState(), FormState(), note, FormState())
        case .contact(let state): (stored, state, FormState(), note, FormState())
        case .membership(let state): (stored, FormState(), state, note, FormState())
        case .contest(let state): (stored, FormState(), FormState(), state, FormState())
        case .removal(let state): (stored, FormState(), FormState(), note, state)
        }
    }

    private static func contacts(_ view: OrganisationDeskView, _ pieces: FormPieces, _ t: Translator) -> HTML {
        let slug = view.organisation.slug
        let rows = view.contacts.map { contact -> HTML in
            let official: HTML = contact.details.isOfficial ? " <span class=\"badge\">\(t("organisations.desk.official"))</span>" : .empty
            let confirmed = contact.confirmedAt.map { t("organisations.desk.contact.confirmed", t.day($0, in: .gmt)) }
            let facts = [contact.details.function, contact.details.mailbox.address, confirmed].compactMap { $0 }
            return """
                <li><strong>\(contact.details.name ?? contact.details.function)</strong>\(official)<p class="quiet small">\(facts.joined(separator: " · "))</p>
                <form class="inline" method="post" action="\(OrganisationDeskRoutes.removeContact.path(t.language, slug, contact.id))"><button class="button small">\(t("organisations.desk.remove"))</button></form></li>
                """
        }
        let languages = Language.interface.map { (value: $0.code, words: $0.ownName) }
        return """
            <p>\(t("organisations.desk.contacts.words"))</p><ul class="rows">\(rows)</ul>
            <form method="post" action="\(OrganisationDeskRoutes.addContact.path(t.language, slug))#contacts" novalidate>\(pieces.summary())
            \(pieces.line("contactName", label: t("organisations.field.contactName"), autocomplete: "off", maximum: 100))
            \(pieces.line("contactFunction", label: t("organisations.field.contactFunction"), autocomplete: "off", required: true, maximum: 100))
            \(pieces.line("contactMailbox", label: t("organisations.field.contactMailbox"), type: "email", autocomplete: "off", required: true, maximum: 254))
            \(pieces.choice("contactLanguage", label: t("organisations.field.contactLanguage"), autocomplete: "off", options: languages))
            \(pieces.check("contactOfficial", words: "\(t("organisations.field.contactOfficial"))"))
            <p><button class="button">\(t("organisations.desk.addContact"))</button></p></form>
            """
    }

    private static func mandates(_ view: OrganisationDeskView, at now: Instant, _ t: Translator) -> HTML {
        guard !view.mandates.isEmpty else { return "<p class=\"quiet\">\(t("organisations.desk.mandates.none"))</p>" }
        let slug = view.organisation.slug
        let rows = view.mandates.map { mandate, person -> HTML in
            let isInForce = mandate.isInForce(at: now)
            let state =
                isInForce
                ? t("organisations.desk.mandates.until", t.day(mandate.expiresAt ?? now, in: .gmt)) : t("organisations.desk.mandates.waits")
            return """
                <li><strong>\(person.name)</strong><p class="quiet small">\(mandate.function) · \(person.mailbox) · \(state)</p>
                <form class="inline" method="post" action="\(OrganisationDeskRoutes.renewMandate.path(t.language, slug, mandate.id))"><button class="button small">\(t(isInForce ? "organisations.desk.mandates.renew" : "organisations.desk.mandates.confirm"))<span class="unseen">: \(person.name)</span></button>
                <button class="button small" formaction="\(OrganisationDeskRoutes.endMandate.path(t.language, slug, mandate.id))">\(t("organisations.desk.mandates.end"))<span class="unseen">: \(person.name)</span></button></form></li>
                """
        }
        return "<p>\(t("organisations.desk.mandates.words"))</p><ul class=\"rows\">\(rows)</ul>"
    }

    private static func contest(_ view: OrganisationDeskView, _ pieces: FormPieces, _ t: Translator) -> HTML {
        """
        <p>\(t("organisations.desk.contest.words"))</p>
        <form method="post" action="\(OrganisationDeskRoutes.contest.path(t.language, view.organisation.slug))" novalidate>\(pieces.summary())
        \(pieces.text("contest", label: t("organisations.field.contest"), hint: t("organisations.desk.contest.hint"), maximum: 1000))
        <p><button class="button">\(t("organisations.save"))</button></p></form>
        """
    }
}
