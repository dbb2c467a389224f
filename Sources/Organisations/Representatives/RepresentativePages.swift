internal import Design
internal import Foundation
internal import HTML
internal import People
internal import Text
internal import Time
internal import Web

/// The pages on which people act for organisations.
enum RepresentativePages {
    static func index(_ mine: [MyMandate], hasAsked: Bool, at now: Instant, zone: TimeZone, _ t: Translator) -> Page {
        let done =
            hasAsked ? Pieces.notice(.good, title: t("organisations.mine.asked"), "<p>\(t("organisations.mine.asked.words"))</p>") : .empty
        let items = mine.map { item($0, at: now, zone, t) }
        let list: HTML = mine.isEmpty ? "<p class=\"notice\">\(t("organisations.mine.none"))</p>" : "<ul class=\"plain\">\(items)</ul>"
        let body: HTML = """
            \(head(t("organisations.mine.title"), t("organisations.mine.lead"), t))<div class="wrap">\(done)\(list)
            <p class="actions"><a class="button" href="\(OrganisationRoutes.directory.path(t.language))">\(t("organisations.mine.find"))</a></p></div>
            """
        return page(t("organisations.mine.title"), body, t) { RepresentativeRoutes.index.path($0) }
    }

    private static func item(_ mine: MyMandate, at now: Instant, _ zone: TimeZone, _ t: Translator) -> HTML {
        let slug = mine.organisation.slug
        let isInForce = mine.mandate.isInForce(at: now)
        let held = isInForce ? t("organisations.mine.until", t.day(mine.mandate.expiresAt ?? now, in: zone)) : t("organisations.mine.waits")
        let state = mine.isContested ? t("organisations.contested") : held
        let edit: HTML =
            isInForce && !mine.isContested
            ? "<a class=\"button go\" href=\"\(RepresentativeRoutes.profile.path(t.language, slug))\">\(t("organisations.mine.act"))</a>"
            : .empty
        return """
            <li class="card calm"><h2>\(mine.organisation.name(for: t.language).name)</h2><p>\(mine.mandate.function) · \(state)</p>
            <form method="post" action="\(RepresentativeRoutes.giveBack.path(t.language, slug))"><p class="actions">\(edit)<button class="button">\(t("organisations.mine.giveBack"))</button></p></form></li>
            """
    }

    static func form(_ organisation: Organisation, _ state: FormState, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let body: HTML = """
            \(head(t("organisations.ask.title", organisation.name(for: t.language).name), t("organisations.ask.lead"), t))
            <div class="wrap narrow"><form method="post" action="\(RepresentativeRoutes.ask.path(t.language, organisation.slug))" novalidate>\(pieces.summary())
            \(pieces.line("function", label: t("organisations.field.function"), hint: t("organisations.ask.function.hint"), autocomplete: "organization-title", required: true, maximum: Representative.longestFunction))
            <p><button class="button go">\(t("organisations.ask.button"))</button></p></form></div>
            """
        return page(t("organisations.ask.title", organisation.name(for: t.language).name), body, t) {
            RepresentativeRoutes.form.path($0, organisation.slug)
        }.marking(state, t)
    }

    static func profile(_ view: OwnOrganisation, _ state: FormState, isSaved: Bool, trouble: HTML = .empty, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let organisation = view.organisation
        let fields = OrganisationFields(pieces: pieces, themes: view.themes, t: t)
        let done = isSaved ? Pieces.notice(.good, title: t("organisations.saved"), .empty) : .empty
        let extras = view.extras.map(\.section)
        let body: HTML = """
            \(Pieces.title(organisation.name(for: t.language).name, back: (RepresentativeRoutes.index.path(t.language), t("organisations.mine.title")), lead: t("organisations.own.lead")))
            <div class="wrap columns"><section>\(done)\(trouble)<h2>\(t("organisations.profile"))</h2>
            <form method="post" action="\(RepresentativeRoutes.saveProfile.path(t.language, organisation.slug))" novalidate>\(pieces.summary())\(pieces.mark())\(fields.words)
            <p class="actions"><button class="button go">\(t("organisations.save"))</button></p></form></section><div>\(extras)</div></div>
            """
        return page(organisation.name(for: t.language).name, body, t) { RepresentativeRoutes.profile.path($0, organisation.slug) }
            .marking(state, t)
    }

    /// For an official contact: who asks for what, and two buttons.
    static func mandate(_ asked: AskedMandate, token: String, _ t: Translator) -> Page {
        let body: HTML = """
            \(Pieces.title(t("organisations.mandate.title"), lead: t("organisations.mandate.lead", asked.person.name, asked.mandate.function, asked.organisation.name(for: t.language).name)))
            <div class="wrap prose"><p>\(asked.organisation.account(of: asked.person, t))</p><p>\(t("organisations.mandate.words"))</p>
            <form method="post" action="\(RepresentativeRoutes.confirm.path(t.language, token))"><p class="actions"><button class="button go">\(t("organisations.mandate.confirm"))</button>
            <button class="button" formaction="\(RepresentativeRoutes.refuse.path(t.language, token))">\(t("organisations.mandate.refuse"))</button></p></form></div>
            """
        return page(t("organisations.mandate.title"), body, t) { RepresentativeRoutes.mandate.path($0, token) }
    }

    static func decided(isConfirmed: Bool, _ t: Translator) -> Page {
        let title = t(isConfirmed ? "organisations.mandate.confirmed" : "organisations.mandate.refused")
        return page(title, Pieces.title(title, lead: t("organisations.mandate.thanks")), t) { OrganisationRoutes.directory.path($0) }
    }

    /// For a link that no longer works: it was decided, or is too old.
    static func over(token: String, _ t: Translator) -> Page {
        page(t("people.over.title"), Pieces.title(t("people.over.title"), lead: t("organisations.mandate.over")), t) {
            RepresentativeRoutes.mandate.path($0, token)
        }
    }

    private static func head(_ title: String, _ lead: String, _ t: Translator) -> HTML {
        Pieces.title(title, back: (AccountRoutes.home.path(t.language), t("people.home.kicker")), lead: lead)
    }

    private static func page(
        _ title: String, _ body: HTML, _ t: Translator, address: @escaping @Sendable (Language) -> URLPath
    ) -> Page {
        Page(language: t.language, title: title, body: body, addressInLanguage: address, section: AccountRoutes.section, isIndexed: false)
    }
}
