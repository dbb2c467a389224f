internal import Campaigns
internal import Design
internal import HTML
internal import Site
internal import Text
internal import Web

/// The home page: what this is, how many stand behind it, and one thing to do. It joins what features show of themselves.
enum HomePage {
    static func draw(_ view: CampaignView?, site: String, _ t: Translator) -> Page {
        Page(
            language: t.language, title: site, description: view?.words.summary ?? t("app.home.lead"),
            body: view.map { withCampaign($0, t) } ?? withoutCampaign(site, t), addressInLanguage: { AppRoutes.home.path($0) },
            section: "home")
    }

    private static func withCampaign(_ view: CampaignView, _ t: Translator) -> HTML {
        let campaign = CampaignRoutes.campaign.path(t.language, view.campaign.slug)
        let sign: HTML =
            view.campaign.isOpen
            ? "<a class=\"button go\" href=\"\(campaign.adding(fragment: "sign"))\">\(t("app.home.sign"))</a>" : .empty
        return """
            <div class="hero"><div class="wrap"><div class="say">
            <p class="kicker">\(t(view.campaign.isOpen ? "campaigns.kicker.open" : "campaigns.kicker.closed"))</p>
            <h1 lang="\(view.words.language.code)">\(view.words.title)</h1>
            <p class="lead" lang="\(view.words.language.code)">\(view.words.summary)</p>
            \(CampaignPieces.goal(view.campaign, view.tally, t))
            <p class="actions">\(sign)
            <a class="button" href="\(SiteRoutes.page.path(t.language, .why))">\(t("app.home.why"))</a></p></div>
            \(plinth(t))</div></div>
            <div class="wrap">\(figures(t))
            <div class="columns"><section><h2>\(t("app.home.demand"))</h2>
            <p class="demand" lang="\(view.words.language.code)">\(view.words.demand)</p>
            <p><a href="\(campaign)">\(t("app.home.readMore"))</a></p>
            <h2>\(t("app.home.history"))</h2>\(CampaignPieces.history(view, t))</section>
            <section><h2>\(t("app.home.countries"))</h2>\(CampaignPieces.countries(view, limit: 6, t))
            <h2>\(t("app.home.recent"))</h2>\(CampaignPieces.recent(view, limit: 4, t))</section></div>
            <section><h2>\(t("app.home.steps"))</h2>\(steps(t))</section></div>
            """
    }

    private static func withoutCampaign(_ site: String, _ t: Translator) -> HTML {
        """
        <div class="hero"><div class="wrap"><div class="say"><h1>\(site)</h1><p class="lead">\(t("app.home.lead"))</p>
        <p>\(t("app.home.noCampaign"))</p>
        <p class="actions"><a class="button go" href="\(SiteRoutes.page.path(t.language, .why))">\(t("app.home.why"))</a></p></div>
        \(plinth(t))</div></div><div class="wrap">\(figures(t))</div>
        """
    }

    /// The four guarantees of a social protection floor (ILO Recommendation 202, paragraph 5), each bar carrying the next.
    private static func plinth(_ t: Translator) -> HTML {
        let guarantees = ["app.home.floor.old", "app.home.floor.work", "app.home.floor.children", "app.home.floor.health"]
        return "<ul class=\"plinth\" aria-label=\"\(t("app.home.floor"))\">\(guarantees.map { key -> HTML in "<li>\(t(key))</li>" })</ul>"
    }

    /// Figures of others, with year and source in their words.
    private static func figures(_ t: Translator) -> HTML {
        Pieces.tiles(
            ["without", "covered", "gap"].map { name in
                (number: t("app.home.figure.\(name).number"), words: t("app.home.figure.\(name).words"))
            })
    }

    private static func steps(_ t: Translator) -> HTML {
        Pieces.steps(
            ["sign", "confirm", "share"].map { name in
                (title: t("app.home.step.\(name).title"), words: t("app.home.step.\(name).words"))
            })
    }
}
