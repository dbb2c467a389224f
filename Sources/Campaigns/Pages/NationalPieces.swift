internal import Design
internal import Geography
internal import HTML
internal import Organisations
internal import Text
internal import Web

/// What ties a common campaign and its national ones together on their pages.
enum NationalPieces {
    /// On a common campaign's page: what it became in the countries. Each counts for itself.
    static func countries(_ national: [CountedCampaign], _ t: Translator) -> HTML {
        guard !national.isEmpty else { return .empty }
        return "<section><h2>\(t("campaigns.national.title"))</h2><p>\(t("campaigns.national.lead"))</p>\(rows(national, t))</section>"
    }

    /// By country, as the reader's language orders them.
    static func rows(_ national: [CountedCampaign], _ t: Translator) -> HTML {
        guard !national.isEmpty else { return .empty }
        let named = national.map { (country: $0.campaign.national?.country.name(in: t.language) ?? "", counted: $0) }
        let rows = named.sorted { Folding.key($0.country) < Folding.key($1.country) }.map { row -> HTML in
            let words = row.counted.campaign.words(for: t.language)
            return """
                <li><a href="\(CampaignRoutes.campaign.path(t.language, row.counted.campaign.slug))" lang="\(words.language.code)">\(words.title)</a>
                <span class="quiet small">\(row.country) · \(t("campaigns.national.people", row.counted.tally.people))</span></li>
                """
        }
        return "<ul class=\"rows\">\(rows)</ul>"
    }

    /// On a national campaign's page: what it belongs to, and who leads it.
    static func origin(_ view: CampaignView, _ t: Translator) -> HTML {
        guard let common = view.common else { return .empty }
        let words = common.words(for: t.language)
        let leader: HTML =
            view.leader.map {
                " <a href=\"\(OrganisationRoutes.organisation.path(t.language, $0.slug))\">\(t("campaigns.national.leader", $0.name.name))</a>."
            } ?? .empty
        return """
            <p>\(t("campaigns.national.of")) <a href="\(CampaignRoutes.campaign.path(t.language, common.slug))" lang="\(words.language.code)">\(words.title)</a>.\(leader)</p>
            """
    }
}
