internal import Design
internal import HTML
internal import Text
internal import Web

/// Whom a mailing is for: the form, and how many that are.
enum AudiencePieces {
    static func form(_ view: MailingView, _ state: FormState, _ t: Translator) -> HTML {
        let pieces = FormPieces(state, t)
        let sources = view.audience.sources.map { source in pieces.check(MailingForm.field(source), words: HTML(text: t(source.title))) }
        let facets = Audience.Facet.allCases.map { facet in
            pieces.filter(
                facet.rawValue, label: t("mailings.field.\(facet.rawValue)"), none: t("mailings.any.\(facet.rawValue)"),
                groups: view.audience.choices(of: facet))
        }
        return """
            <form method="post" action="\(MailingDeskRoutes.save.path(t.language, view.mailing.id))" novalidate>\(pieces.summary())
            <fieldset><legend>\(t("mailings.sources"))</legend>\(sources)</fieldset>
            <p class="small quiet">\(t("mailings.facets"))</p><div class="facets">\(facets)</div>
            \(pieces.check("public", words: HTML(text: t("mailings.field.public"))))
            <p><button class="button">\(t("mailings.save"))</button></p></form>
            """
    }

    /// Whom a mailing is for, in words.
    static func summary(_ view: MailingView, _ t: Translator) -> HTML {
        let audience = view.mailing.audience
        let sources = view.audience.sources.filter { audience.sources.contains($0.name) }.map { t($0.title) }
        guard !sources.isEmpty else { return .empty }
        let facets = Audience.Facet.allCases.compactMap { facet -> (words: String, value: HTML)? in
            guard let value = audience.value(of: facet) else { return nil }
            let words = view.audience.choices(of: facet).lazy.flatMap(\.options).first { $0.value == value }?.words ?? value
            return (t("mailings.field.\(facet.rawValue)"), HTML(text: words))
        }
        let rows = [(words: t("mailings.sources"), value: HTML(text: t.list(sources)))] + facets
        return "<dl class=\"facts\">\(rows.map { row -> HTML in "<div><dt>\(row.words)</dt><dd>\(row.value)</dd></div>" })</dl>"
    }

    /// How many it reaches now, which words they get, and who is left out.
    static func reach(_ view: MailingView, _ t: Translator) -> HTML {
        guard let reach = view.reach else { return "<p class=\"notice\">\(t("mailings.reach.nobody"))</p>" }
        let rows = reach.readers(of: view.mailing).map { reader -> HTML in
            let words = reader.words.map {
                $0 == reader.language ? t("mailings.reach.own") : t("mailings.reach.read", $0.name(in: t.language))
            }
            return """
                <tr><td data-label="\(t("mailings.reach.language"))">\(reader.language.name(in: t.language))</td>
                <td data-label="\(t("mailings.reach.people"))" class="number">\(t.number(reader.people))</td>
                <td data-label="\(t("mailings.reach.words"))">\(words ?? t("mailings.reach.wordless"))</td></tr>
                """
        }
        let table: HTML =
            rows.isEmpty
            ? .empty
            : """
            <table role="table"><thead><tr><th scope="col">\(t("mailings.reach.language"))</th><th scope="col">\(t("mailings.reach.people"))</th><th scope="col">\(t("mailings.reach.words"))</th></tr></thead><tbody>\(rows)</tbody></table>
            """
        return """
            <p><strong>\(t("mailings.reach.total", reach.people))</strong></p>\(table)
            \(left(reach, view, t))<p class="small quiet">\(t("mailings.reach.fallback"))</p>
            """
    }

    private static func left(_ reach: AudienceCount, _ view: MailingView, _ t: Translator) -> HTML {
        guard reach.suppressed + reach.capped > 0 else { return .empty }
        let suppressed: HTML = reach.suppressed > 0 ? "<li>\(t("mailings.left.suppressed", reach.suppressed))</li>" : .empty
        let capped: HTML = reach.capped > 0 ? "<li>\(t("mailings.left.capped", reach.capped, view.limits.perWeek))</li>" : .empty
        return "<p>\(t("mailings.left"))</p><ul>\(suppressed)\(capped)</ul>"
    }
}
