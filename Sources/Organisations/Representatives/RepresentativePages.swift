internal import Design
internal import Foundation
internal import Graph
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
        guard !mine.mandate.isOver(at: now) else { return lapsed(mine, at: now, zone, t) }
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

    /// What was theirs and nobody renewed: since when, and the way to ask again where everybody sees the organisation.
    private static func lapsed(_ mine: MyMandate, at now: Instant, _ zone: TimeZone, _ t: Translator) -> HTML {
        let name = mine.organisation.name(for: t.language).name
        let end = mine.mandate.expiresAt ?? mine.mandate.endedAt ?? now
        let again: HTML =
            mine.organisation.facts.visibility == .everyone
            ? """
            <p class="actions"><a class="button" href="\(RepresentativeRoutes.form.path(t.language, mine.organisation.slug))">\(t("organisations.mine.askAgain"))</a></p>
            """ : .empty
        return """
            <li class="card calm"><h2>\(name)</h2><p>\(mine.mandate.function)</p><p>\(t("organisations.mine.ended", name, t.day(end, in: zone)))</p>\(again)</li>
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

    /// For an official contact: who asks for what, or whose year ends, and two buttons.
    static func mandate(_ asked: AskedMandate, token: String, _ t: Translator) -> Page {
        let words = asked.mandate.confirmedAt == nil ? request(asked, t) : renewal(asked, t)
        let body: HTML = """
            \(Pieces.title(words.title, lead: words.lead))
            <div class="wrap prose"><p>\(asked.organisation.account(of: asked.person, t))</p><p>\(words.meaning)</p>
            <form method="post" action="\(RepresentativeRoutes.confirm.path(t.language, token))"><p class="actions"><button class="button go">\(words.yes)</button>
            <button class="button" formaction="\(RepresentativeRoutes.refuse.path(t.language, token))">\(words.no)</button></p></form></div>
            """
        return page(words.title, body, t) { RepresentativeRoutes.mandate.path($0, token) }
    }

    private typealias Question = (title: String, lead: String, meaning: String, yes: String, no: String)

    private static func request(_ asked: AskedMandate, _ t: Translator) -> Question {
        let name = asked.organisation.name(for: t.language).name
        return (
            t("organisations.mandate.title"), t("organisations.mandate.lead", asked.person.name, asked.mandate.function, name),
            t("organisations.mandate.words"), t("organisations.mandate.confirm"), t("organisations.mandate.refuse")
        )
    }

    private static func renewal(_ asked: AskedMandate, _ t: Translator) -> Question {
        let name = asked.organisation.name(for: t.language).name
        let end = asked.mandate.expiresAt.map { t.day($0, in: .gmt) } ?? ""
        return (
            t("organisations.renewal.title"), t("organisations.renewal.lead", asked.person.name, asked.mandate.function, name, end),
            t("organisations.renewal.words"), t("organisations.renewal.confirm"), t("organisations.renewal.refuse")
        )
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
