internal import Design
internal import Files
internal import Foundation
internal import HTML
internal import Organisations
internal import People
internal import Text
internal import Time
internal import Web

/// The pages of endorsements.
enum EndorsementPages {
    static func list(_ view: EndorsementView, _ campaign: Campaign, _ t: Translator) -> Page {
        let words = campaign.words(for: t.language)
        let groups = view.groups.map { group -> HTML in
            """
            <section id="\(group.category.rawValue)"><h2>\(group.category.name(t)) <span class="badge">\(t.number(group.organisations.count))</span></h2><ul class="rows">\(names(group.organisations, t))</ul></section>
            """
        }
        let none: HTML = view.count == 0 ? "<p class=\"notice\">\(t("campaigns.endorse.none"))</p>" : .empty
        let body: HTML = """
            \(Pieces.title(t("campaigns.endorse.list.title"), back: (CampaignRoutes.campaign.path(t.language, campaign.slug), words.title), lead: t("campaigns.endorse.list.lead")))
            <div class="wrap">\(none)\(invitation(campaign, t))\(groups)</div>
            """
        return Page(
            language: t.language, title: "\(t("campaigns.endorse.list.title")) · \(words.title)",
            description: t("campaigns.endorse.list.lead"),
            body: body, addressInLanguage: { EndorsementRoutes.list.path($0, campaign.slug) }, section: CampaignRoutes.section)
    }

    /// On the campaign's page: who, by category, apart from the people; and how others can.
    static func summary(_ view: EndorsementView, _ campaign: Campaign, _ t: Translator) -> HTML {
        guard view.count > 0 else {
            let none: HTML = "<h2>\(t("campaigns.endorse.list.title"))</h2><p class=\"quiet\">\(t("campaigns.endorse.none"))</p>"
            return "<section>\(none)\(invitation(campaign, t))</section>"
        }
        let list = EndorsementRoutes.list.path(t.language, campaign.slug)
        let groups = view.groups.map { group -> HTML in
            let category = group.category.name(t)
            let count = group.organisations.count
            let more: HTML =
                count > EndorsementView.shown
                ? """
                <li><a href="\(list.adding(fragment: group.category.rawValue))">\(t("campaigns.endorse.more", t.number(count)))<span class="unseen">: \(category)</span></a></li>
                """ : .empty
            return """
                <h3>\(category) <span class="badge">\(t.number(count))</span></h3><ul class="plain">\(names(group.organisations.prefix(EndorsementView.shown), t))\(more)</ul>
                """
        }
        return """
            <section><h2>\(t("campaigns.endorse.count", view.count))</h2>\(groups)
            <p><a href="\(list)">\(t("campaigns.endorse.all"))</a></p>\(invitation(campaign, t))</section>
            """
    }

    /// Names that lead to the pages of their organisations.
    private static func names(_ organisations: some Sequence<DirectoryEntry>, _ t: Translator) -> [HTML] {
        organisations.map { each in
            let foreign = each.name.language == t.language ? nil : each.name.language.code
            return """
                <li><a href="\(OrganisationRoutes.organisation.path(t.language, each.slug))"\(attribute: "lang", foreign)>\(each.name.name)</a></li>
                """
        }
    }

    /// How an organisation endorses, while the campaign is open.
    private static func invitation(_ campaign: Campaign, _ t: Translator) -> HTML {
        guard campaign.isOpen else { return .empty }
        return """
            <p>\(t("campaigns.endorse.how")) <a href="\(RepresentativeRoutes.index.path(t.language))">\(t("campaigns.endorse.how.link"))</a></p>
            """
    }

    static func form(_ found: EndorsementForm.Ground, _ state: FormState, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let words = found.campaign.words(for: t.language)
        let slug = found.organisation.slug
        let name = found.organisation.name(for: t.language).name
        let body: HTML = """
            \(Pieces.title(t("campaigns.endorse.form.title", words.title), back: (RepresentativeRoutes.profile.path(t.language, slug), name), lead: t("campaigns.endorse.form.lead", name)))
            <div class="wrap columns"><section><blockquote class="demand" lang="\(words.language.code)">\(words.demand)</blockquote>
            <form method="post" enctype="multipart/form-data" action="\(EndorsementRoutes.endorse.path(t.language, slug, found.campaign.slug))" novalidate>\(pieces.summary())
            \(pieces.line("signatory", label: t("campaigns.field.signatory"), autocomplete: "name", required: true, maximum: 100))
            \(pieces.line("function", label: t("campaigns.field.function"), autocomplete: "organization-title", required: true, maximum: 100))
            \(pieces.line("decidedOn", label: t("campaigns.field.decidedOn"), hint: t("campaigns.field.decidedOn.hint"), type: "date", autocomplete: "off", required: true, maximum: 10))
            \(pieces.file("letter", label: t("campaigns.field.letter"), hint: t("campaigns.field.letter.hint", Endorsement.largestLetter / 1_000_000), accept: FileKind.accepted(Endorsement.letterKinds)))
            <p><button class="button go">\(t("campaigns.endorse.button"))</button></p></form></section></div>
            """
        return page(t("campaigns.endorse.form.title", words.title), body, t) { EndorsementRoutes.form.path($0, slug, found.campaign.slug) }
            .marking(state, t)
    }

    static func rows(_ rows: [EndorsementRow], _ organisation: Organisation, _ t: Translator) -> HTML {
        let items = rows.map { row -> HTML in
            let words = row.campaign.words(for: t.language)
            return "<li><h3 lang=\"\(words.language.code)\">\(words.title)</h3>\(act(row, organisation, t))</li>"
        }
        return rows.isEmpty ? "<p class=\"quiet\">\(t("campaigns.index.none"))</p>" : "<ul class=\"rows\">\(items)</ul>"
    }

    private static func act(_ row: EndorsementRow, _ organisation: Organisation, _ t: Translator) -> HTML {
        guard let endorsement = row.endorsement else {
            return """
                <p class="actions"><a class="button" href="\(EndorsementRoutes.form.path(t.language, organisation.slug, row.campaign.slug))">\(t("campaigns.endorse.button"))</a></p>
                """
        }
        return """
            <p>\(t(endorsement.stands ? "campaigns.endorse.stands" : "campaigns.endorse.waits"))</p>\(letter(endorsement, EndorsementRoutes.ownLetter.path(t.language, organisation.slug, row.campaign.slug), t))
            <form class="inline" method="post" action="\(EndorsementRoutes.withdraw.path(t.language, organisation.slug, row.campaign.slug))"><button class="button small">\(t("campaigns.endorse.withdraw"))</button></form>
            """
    }

    /// What an organisation endorses, and what it endorsed until when: taking it back keeps the history. For its own people also what was
    /// refused, and the letters.
    static func history(_ rows: [EndorsementRow], of own: Organisation? = nil, _ t: Translator) -> HTML {
        guard !rows.isEmpty else { return .empty }
        let items = rows.map { row -> HTML in
            guard let endorsement = row.endorsement else { return .empty }
            let letter = own.map { organisation in
                let address = EndorsementRoutes.ownLetter.path(t.language, organisation.slug, row.campaign.slug)
                return Self.letter(endorsement, address.adding(query: [("of", String(endorsement.id))]), t)
            }
            return "<li>\(link(row.campaign, t)) <span class=\"quiet small\">\(time(endorsement, t))</span>\(letter ?? .empty)</li>"
        }
        return "<ul class=\"rows\">\(items)</ul>"
    }

    /// Since when, until when, or when it was refused.
    private static func time(_ endorsement: Endorsement, _ t: Translator) -> String {
        if let endedAt = endorsement.endedAt {
            return t(endorsement.end == .refused ? "campaigns.endorse.refused" : "campaigns.endorse.until", t.day(endedAt, in: .gmt))
        }
        return endorsement.confirmedAt.map { t("campaigns.endorse.since", t.day($0, in: .gmt)) } ?? ""
    }

    /// Campaigns by their titles.
    static func links(_ campaigns: [Campaign], _ t: Translator) -> HTML {
        "<ul class=\"rows\">\(campaigns.map { campaign -> HTML in "<li>\(link(campaign, t))</li>" })</ul>"
    }

    private static func link(_ campaign: Campaign, _ t: Translator) -> HTML {
        let words = campaign.words(for: t.language)
        return
            "<a href=\"\(CampaignRoutes.campaign.path(t.language, campaign.slug))\" lang=\"\(words.language.code)\">\(words.title)</a>"
    }

    private static func letter(_ endorsement: Endorsement, _ address: URLPath, _ t: Translator) -> HTML {
        endorsement.letter.map { "<p><a href=\"\(address)\">\(letterWords($0, t))</a></p>" } ?? .empty
    }

    /// How a link to a letter reads: `Letter (PDF · 120 kB)`.
    static func letterWords(_ file: StoredFile, _ t: Translator) -> String {
        t("campaigns.endorse.letter", FileFacts.words(file, t))
    }

    /// For an official contact.
    static func question(_ asked: AskedEndorsement, token: String, _ t: Translator) -> Page {
        let words = asked.campaign.words(for: t.language)
        let details = asked.endorsement.details
        let name = asked.organisation.name(for: t.language).name
        let account = asked.person.map { person -> HTML in "<p>\(asked.organisation.account(of: person, t))</p>" }
        let body: HTML = """
            \(Pieces.title(t("campaigns.endorse.question.title", words.title), lead: t("campaigns.endorse.question.lead", details.signatory, details.function, name)))
            <div class="wrap prose">\(account ?? .empty)<blockquote class="demand" lang="\(words.language.code)">\(words.demand)</blockquote>
            <p>\(t("campaigns.endorse.question.decided", t.day(details.decidedOn.start, in: .gmt)))</p>\(letter(asked.endorsement, EndorsementRoutes.askedLetter.path(t.language, token), t))
            <form method="post" action="\(EndorsementRoutes.confirm.path(t.language, token))"><p class="actions"><button class="button go">\(t("campaigns.endorse.question.yes"))</button>
            <button class="button" formaction="\(EndorsementRoutes.refuse.path(t.language, token))">\(t("campaigns.endorse.question.no"))</button></p></form></div>
            """
        return page(t("campaigns.endorse.question.title", words.title), body, t) { EndorsementRoutes.show.path($0, token) }
    }

    static func decided(_ campaign: Campaign, _ t: Translator) -> Page {
        page(
            t("campaigns.endorse.decided"), Pieces.title(t("campaigns.endorse.decided"), lead: t("campaigns.endorse.decided.lead")), t
        ) { EndorsementRoutes.list.path($0, campaign.slug) }
    }

    static func over(token: String, _ t: Translator) -> Page {
        page(t("people.over.title"), Pieces.title(t("people.over.title"), lead: t("campaigns.endorse.over")), t) {
            EndorsementRoutes.show.path($0, token)
        }
    }

    private static func page(
        _ title: String, _ body: HTML, _ t: Translator, address: @escaping @Sendable (Language) -> URLPath
    ) -> Page {
        Page(language: t.language, title: title, body: body, addressInLanguage: address, section: AccountRoutes.section, isIndexed: false)
    }
}
