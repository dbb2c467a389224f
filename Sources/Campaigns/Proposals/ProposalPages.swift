internal import Design
internal import Geography
internal import HTML
internal import Organisations
internal import People
internal import Text
internal import Web

/// The pages on which organisations propose national campaigns.
enum ProposalPages {
    static func form(_ ground: ProposalForm.Ground, _ state: FormState, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let slug = ground.organisation.slug
        let name = ground.organisation.name(for: t.language).name
        let common = ground.common.words(for: t.language)
        let countries = Country.sorted(in: t.language).map { (value: $0.country.code, words: $0.name) }
        let body: HTML = """
            \(Pieces.title(t("campaigns.propose.title"), back: (RepresentativeRoutes.profile.path(t.language, slug), name), lead: t("campaigns.propose.lead", common.title, name)))
            <div class="wrap narrow"><form method="post" action="\(ProposalRoutes.propose.path(t.language, slug, ground.common.slug))" novalidate>\(pieces.summary())
            \(pieces.choice("country", label: t("campaigns.field.country"), autocomplete: "off", options: countries))
            \(CampaignDeskPages.words(pieces, t, longestBody: Proposal.longestBody))
            <p class="small quiet">\(t("campaigns.propose.language", t.language.name(in: t.language)))</p>
            <p><button class="button go">\(t("campaigns.propose.button"))</button></p></form></div>
            """
        return Page(
            language: t.language, title: t("campaigns.propose.title"), body: body,
            addressInLanguage: { ProposalRoutes.form.path($0, slug, ground.common.slug) }, section: AccountRoutes.section, isIndexed: false
        ).marking(state, t)
    }

    static func waiting(_ waiting: ProposalForm.Waiting, _ state: FormState, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let slug = waiting.organisation.slug
        let title = waiting.draft.words(for: t.language).title
        let name = waiting.organisation.name(for: t.language).name
        let body: HTML = """
            \(Pieces.title(title, back: (RepresentativeRoutes.profile.path(t.language, slug), name), lead: t("campaigns.propose.waiting")))
            <div class="wrap narrow"><form method="post" action="\(ProposalRoutes.rewrite.path(t.language, slug, waiting.draft.slug))" novalidate>\(pieces.summary())
            \(CampaignDeskPages.words(pieces, t, longestBody: Proposal.longestBody))
            <p class="actions"><button class="button go">\(t("campaigns.propose.rewrite"))</button>
            <button class="button" formaction="\(ProposalRoutes.takeBack.path(t.language, slug, waiting.draft.slug))">\(t("campaigns.propose.takeBack"))</button></p></form></div>
            """
        return Page(
            language: t.language, title: title, body: body,
            addressInLanguage: { ProposalRoutes.waiting.path($0, slug, waiting.draft.slug) }, section: AccountRoutes.section,
            isIndexed: false
        ).marking(state, t)
    }

    /// What an organisation leads or has proposed, and what it can propose under.
    static func rows(_ own: [Campaign], _ common: [Campaign], _ organisation: Organisation, _ t: Translator) -> HTML {
        let mine = own.map { campaign -> HTML in
            let words = campaign.words(for: t.language)
            let title: HTML =
                campaign.isDraft
                ? "<a href=\"\(ProposalRoutes.waiting.path(t.language, organisation.slug, campaign.slug))\">\(words.title)</a>"
                : "<a href=\"\(CampaignRoutes.campaign.path(t.language, campaign.slug))\">\(words.title)</a>"
            let place = campaign.national?.country.name(in: t.language) ?? ""
            let state = campaign.isDraft ? t("campaigns.propose.waits") : CampaignPieces.state(campaign, t)
            return """
                <li><h3 lang="\(words.language.code)">\(title)</h3><p class="quiet small">\(place) · \(state)</p></li>
                """
        }
        let list: HTML = own.isEmpty ? "<p class=\"quiet\">\(t("campaigns.national.none"))</p>" : "<ul class=\"rows\">\(mine)</ul>"
        let offers = common.map { campaign -> HTML in
            """
            <p class="actions"><a class="button" href="\(ProposalRoutes.form.path(t.language, organisation.slug, campaign.slug))">\(t("campaigns.propose.under", campaign.words(for: t.language).title))</a></p>
            """
        }
        return list + offers.joined()
    }
}
