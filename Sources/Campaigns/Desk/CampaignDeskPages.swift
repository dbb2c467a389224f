internal import Design
internal import HTML
internal import Moderation
internal import Text
internal import Translations
internal import Web

/// The pages on which campaigns are written.
enum CampaignDeskPages {
    static func index(_ counted: [CountedCampaign], _ state: FormState, _ desk: DeskPage, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let rows = counted.map { each -> HTML in
            let words = each.campaign.words(for: t.language)
            return """
                <tr><td data-label="\(t("campaigns.desk.campaign"))"><a href="\(CampaignDeskRoutes.campaign.path(t.language, each.campaign.slug))" lang="\(words.language.code)">\(words.title)</a></td>
                <td data-label="\(t("campaigns.desk.people"))" class="number">\(t.number(each.tally.people))</td>
                <td data-label="\(t("campaigns.desk.state"))">\(CampaignPieces.state(each.campaign, t))</td>
                <td data-label="\(t("campaigns.desk.languages"))">\(each.campaign.words.map(\.language.code).joined(separator: ", "))</td></tr>
                """
        }
        let body: HTML = """
            <table role="table"><thead><tr><th scope="col">\(t("campaigns.desk.campaign"))</th><th scope="col">\(t("campaigns.desk.people"))</th><th scope="col">\(t("campaigns.desk.state"))</th><th scope="col">\(t("campaigns.desk.languages"))</th></tr></thead><tbody>\(rows)</tbody></table>
            <h2>\(t("campaigns.desk.new"))</h2><p>\(t("campaigns.desk.new.words"))</p>
            <form method="post" action="\(CampaignDeskRoutes.create.path(t.language))" novalidate>\(pieces.summary())
            \(pieces.line("slug", label: t("campaigns.field.slug"), hint: t("campaigns.field.slug.hint"), autocomplete: "off", required: true, maximum: 60))
            \(words(pieces, t))<p><button class="button go">\(t("campaigns.desk.create"))</button></p></form>
            """
        return desk.draw(
            section: CampaignDeskRoutes.section, title: t("campaigns.desk.title"), lead: t("campaigns.desk.lead"), body, state: state,
            address: { CampaignDeskRoutes.index.path($0) })
    }

    static func campaign(_ counted: CountedCampaign, isDone: Bool, _ state: FormState, _ desk: DeskPage, _ t: Translator) -> Page {
        let campaign = counted.campaign
        let pieces = FormPieces(state, t)
        let done = isDone ? Pieces.notice(.good, title: t("campaigns.change.saved"), .empty) : .empty
        let versions = Language.interface.map { language -> HTML in
            let isThere = campaign.words.contains { $0.language == language }
            return """
                <li><a href="\(CampaignDeskRoutes.words.path(t.language, campaign.slug, language))">\(language.ownName)</a> <span class="badge">\(t(isThere ? "campaigns.desk.written" : "campaigns.desk.missing"))</span></li>
                """
        }
        // What an organisation proposed speaks in its name: nobody rewrites it while it waits.
        let writing: HTML =
            counted.isProposed
            ? .empty
            : """
            <h2>\(t("campaigns.desk.words"))</h2><ul class="plain rows">\(versions)</ul>
            <h2>\(t("campaigns.desk.goals"))</h2><form method="post" action="\(CampaignDeskRoutes.saveGoals.path(t.language, campaign.slug))" novalidate>\(pieces.summary())
            \(pieces.text("goals", label: t("campaigns.field.goals"), hint: t("campaigns.field.goals.hint"), maximum: 400, rows: 6))
            <p><button class="button">\(t("campaigns.desk.saveGoals"))</button></p></form>
            """
        let body: HTML = """
            \(done)\(standing(counted, t))<p><a href="\(KitRoutes.desk.path(t.language, campaign.slug))">\(t("campaigns.kit.desk"))</a></p>
            \(writing)<h2>\(t("campaigns.desk.state"))</h2>\(turn(counted, t))
            """
        return desk.draw(
            section: CampaignDeskRoutes.section, title: campaign.words(for: t.language).title,
            back: (CampaignDeskRoutes.index.path(t.language), t("campaigns.desk.title")), body, state: state,
            address: { CampaignDeskRoutes.campaign.path($0, campaign.slug) })
    }

    private static func standing(_ counted: CountedCampaign, _ t: Translator) -> HTML {
        guard !counted.campaign.isDraft else { return "<p class=\"notice\">\(t("campaigns.desk.draft.words"))</p>" }
        return """
            <p><strong class="number">\(t.number(counted.tally.people))</strong> \(t("campaigns.people.signed", counted.tally.people)).
            <a href="\(CampaignRoutes.campaign.path(t.language, counted.campaign.slug))">\(t("campaigns.desk.look"))</a></p>
            """
    }

    private static func turn(_ counted: CountedCampaign, _ t: Translator) -> HTML {
        let campaign = counted.campaign
        if counted.isProposed {
            return
                "<p>\(t("campaigns.desk.proposed")) <a href=\"\(DeskRoutes.home.path(t.language))\">\(t("campaigns.desk.toQueue"))</a></p>"
        }
        if campaign.isDraft {
            return """
                <p>\(t("campaigns.desk.publish.words"))</p><form method="post" action="\(CampaignDeskRoutes.open.path(t.language, campaign.slug))">
                <p class="actions"><button class="button go">\(t("campaigns.desk.publishNow"))</button>
                <button class="button" formaction="\(CampaignDeskRoutes.discard.path(t.language, campaign.slug))">\(t("campaigns.desk.discard"))</button></p></form>
                """
        }
        return campaign.isOpen
            ? """
            <p>\(t("campaigns.desk.close.words"))</p><form method="post" action="\(CampaignDeskRoutes.close.path(t.language, campaign.slug))"><p><button class="button">\(t("campaigns.desk.close"))</button></p></form>
            """
            : """
            <p>\(t("campaigns.desk.reopen.words"))</p><form method="post" action="\(CampaignDeskRoutes.open.path(t.language, campaign.slug))"><p><button class="button go">\(t("campaigns.desk.reopen"))</button></p></form>
            """
    }

    static func words(_ view: WordsView, _ state: FormState, trouble: HTML = .empty, _ desk: DeskPage, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let beside = view.beside
        let signed =
            view.people == 0
            ? HTML.empty
            : Pieces.notice(
                .plain, title: t("campaigns.desk.signedWords", view.people),
                "<p>\(t("campaigns.desk.signedWords.words"))</p>")
        let key = TextKey(kind: "campaign", slug: view.campaign.slug)
        let unchecked = UncheckedNotice.draw(view.isUnchecked, key, in: view.language, t)
        let body: HTML = """
            \(trouble)\(signed)\(unchecked)<div class="beside"><section lang="\(beside.language.code)"><h2>\(beside.language.ownName)</h2><h3>\(beside.title)</h3>
            <p><strong>\(beside.summary)</strong></p><p class="demand">\(beside.demand)</p>\(Pieces.source(beside.body, label: beside.title))</section>
            <section><h2>\(view.language.ownName)</h2><form method="post" action="\(CampaignDeskRoutes.saveWords.path(t.language, view.campaign.slug, view.language))" novalidate>
            \(pieces.summary())\(pieces.mark())\(words(pieces, t))<p><button class="button go">\(t("campaigns.desk.publish"))</button></p></form></section></div>
            """
        return desk.draw(
            section: CampaignDeskRoutes.section, title: "\(view.campaign.words(for: t.language).title) · \(view.language.ownName)",
            back: (CampaignDeskRoutes.campaign.path(t.language, view.campaign.slug), view.campaign.words(for: t.language).title), body,
            state: state, address: { CampaignDeskRoutes.words.path($0, view.campaign.slug, view.language) })
    }

    /// The fields of a campaign's words in one language.
    static func words(_ pieces: FormPieces, _ t: Translator, longestBody: Int = CampaignForm.longestBody) -> HTML {
        """
        \(pieces.line("title", label: t("campaigns.field.title"), autocomplete: "off", required: true, maximum: CampaignForm.longestTitle))
        \(pieces.text("summary", label: t("campaigns.field.summary"), required: true, maximum: CampaignForm.longestSummary, rows: 4))
        \(pieces.text("demand", label: t("campaigns.field.demand"), hint: t("campaigns.field.demand.hint"), required: true, maximum: CampaignForm.longestDemand, rows: 6))
        \(pieces.text("body", label: t("campaigns.field.body"), hint: t("campaigns.field.body.hint"), required: true, maximum: longestBody, rows: 18))
        """
    }
}
