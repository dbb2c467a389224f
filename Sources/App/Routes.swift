internal import Campaigns
internal import Site
internal import Web

/// The site on one page: every route, who may enter, and who answers.
enum Routes {
    static func bind(_ site: Handlers) -> RouteTable {
        var table = RouteTable()

        // The front
        table.bind(Negotiation.route, for: .everyone, Negotiation.answer)
        table.bind(AppRoutes.home, for: .everyone, site.home.home)
        table.bind(SiteRoutes.page, for: .everyone, site.pages.page)

        // A campaign, and signing it
        table.bind(CampaignRoutes.index, for: .everyone, site.campaigns.index)
        table.bind(CampaignRoutes.campaign, for: .everyone, site.campaigns.campaign)
        table.bind(CampaignRoutes.count, for: .everyone, site.campaigns.count)
        table.bind(CampaignRoutes.countries, for: .everyone, site.campaigns.countries)
        table.bind(CampaignRoutes.form, for: .everyone, site.signing.form)
        table.bind(CampaignRoutes.sign, for: .everyone, site.signing.sign)
        table.bind(SignatureRoutes.sent, for: .everyone, site.signing.sent)
        table.bind(SignatureRoutes.confirmByCode, for: .everyone, site.signing.confirmByCode)
        table.bind(SignatureRoutes.thanks, for: .everyone, site.signing.thanks)

        // From the mail: whoever holds the link
        table.bind(SignatureRoutes.show, for: .everyone, site.signatures.show)
        table.bind(SignatureRoutes.confirm, for: .everyone, site.signatures.confirm)
        table.bind(SignatureRoutes.change, for: .everyone, site.signatures.change)
        table.bind(SignatureRoutes.withdraw, for: .everyone, site.signatures.withdraw)

        // For machines
        table.bind(AppRoutes.live, for: .everyone, site.operations.live)
        table.bind(AppRoutes.ready, for: .everyone, site.operations.ready)
        table.bind(AppRoutes.metrics, for: .everyone, site.operations.metrics)
        table.bind(AppRoutes.robots, for: .everyone, site.operations.robots)
        table.bind(AppRoutes.sitemap, for: .everyone, site.operations.sitemap)
        return table
    }
}

/// Who answers, by area.
struct Handlers: Sendable {
    let home: HomeHandlers
    let pages: SiteHandlers
    let campaigns: CampaignHandlers
    let signing: SigningHandlers
    let signatures: SignatureHandlers
    let operations: OperationsHandlers
}
