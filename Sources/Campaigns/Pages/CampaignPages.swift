internal import Design
internal import Geography
internal import HTML
internal import Text
internal import Web

/// The page of a campaign: what it asks, who stands behind it, and the form to sign.
enum CampaignPages {
    static func campaign(_ view: CampaignView, form: HTML, _ t: Translator) -> Page {
        let words = view.words
        let body: HTML = """
            \(Pieces.title(words.title, kicker: kicker(view.campaign, t), lead: words.summary, language: words.language, leadLanguage: words.language, more: top(view, t)))
            <div class="wrap columns">
            <section class="aside"\(attribute: "aria-labelledby", view.campaign.isOpen ? "sign-title" : nil)>\(form)</section>
            <div>
            \(Pieces.machineMark(words.isMachine, t))\(only(words, t))<section lang="\(words.language.code)"><h2>\(t("campaigns.demand.title"))</h2><p class="demand">\(words.demand)</p>
            <div class="prose">\(Markdown.render(words.body, headingLevel: 3))</div></section>\(sign(view, t))
            <section><h2>\(t("campaigns.recent.title"))</h2>\(CampaignPieces.recent(view, t))</section>
            \(EndorsementPages.summary(view.endorsements, view.campaign, t))
            \(NationalPieces.countries(view.national, t))
            \(KitPages.summary(view.materials, view.campaign, t))
            <section><h2>\(t("campaigns.countries.title"))</h2>\(CampaignPieces.countries(view, limit: 20, t))</section>
            \(history(view, t))
            </div>
            </div>
            """
        return Page(
            language: t.language, title: words.title, description: words.summary, body: body,
            addressInLanguage: { CampaignRoutes.campaign.path($0, view.campaign.slug) }, section: CampaignRoutes.section)
    }

    static func index(_ counted: [CountedCampaign], _ t: Translator) -> Page {
        let common = counted.filter { $0.campaign.national == nil }
        let cards = common.map { each -> HTML in
            let words = each.campaign.words(for: t.language)
            return """
                <li class="card"><p class="kicker">\(kicker(each.campaign, t))</p>
                <h2 lang="\(words.language.code)"><a href="\(CampaignRoutes.campaign.path(t.language, each.campaign.slug))">\(words.title)</a></h2>
                <p lang="\(words.language.code)">\(words.summary)</p>\(CampaignPieces.goal(each.campaign, each.tally, t))
                \(NationalPieces.rows(counted.filter { $0.campaign.national?.common == each.campaign.id }, t))</li>
                """
        }
        let list: HTML =
            counted.isEmpty ? "<p class=\"notice\">\(t("campaigns.index.none"))</p>" : "<ul class=\"plain\">\(cards)</ul>"
        let body: HTML = """
            \(Pieces.title(t("campaigns.index.title"), lead: t("campaigns.index.lead")))
            <div class="wrap">\(list)</div>
            """
        return Page(
            language: t.language, title: t("campaigns.index.title"), description: t("campaigns.index.lead"), body: body,
            addressInLanguage: { CampaignRoutes.index.path($0) }, section: CampaignRoutes.section)
    }

    /// Above words that are in another language than the reader's.
    private static func only(_ words: Campaign.Words, _ t: Translator) -> HTML {
        guard words.language != t.language else { return .empty }
        return Pieces.notice(.plain, "<p>\(t("campaigns.only", words.language.name(in: t.language)))</p>")
    }

    private static func kicker(_ campaign: Campaign, _ t: Translator) -> String {
        let state = campaign.isOpen ? t("campaigns.kicker.open") : t("campaigns.kicker.closed")
        return campaign.national.map { "\($0.country.name(in: t.language)) · \(state)" } ?? state
    }

    private static func top(_ view: CampaignView, _ t: Translator) -> HTML {
        NationalPieces.origin(view, t) + CampaignPieces.goal(view.campaign, view.tally, t) + sign(view, t)
    }

    /// The way to the form: on top, and once more for whoever has read what is asked.
    private static func sign(_ view: CampaignView, _ t: Translator) -> HTML {
        guard view.campaign.isOpen else { return .empty }
        return "<p class=\"actions\"><a class=\"button go\" href=\"\(URLPath.fragment("sign"))\">\(t("campaigns.sign.action"))</a></p>"
    }

    private static func history(_ view: CampaignView, _ t: Translator) -> HTML {
        guard !view.history.isEmpty else { return .empty }
        return "<section><h2>\(t("campaigns.history.title"))</h2>\(CampaignPieces.history(view, t))</section>"
    }
}
