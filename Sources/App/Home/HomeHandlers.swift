internal import Campaigns
internal import Site
internal import Storage
internal import Text
internal import Web

/// Answers for the home page.
struct HomeHandlers: Sendable {
    let database: Database
    let site: Site
    let signatures: SignatureStore

    func home(_ visit: Visit, _ language: Language) async throws -> Answer {
        let view = try await database.read { [signatures] db in
            try CampaignStore.featured(on: db).map { try CampaignView.read($0, for: language, signatures: signatures, on: db) }
        }
        let topics = ["site", "campaigns"] + (view.map { [$0.campaign.topic] } ?? [])
        return .page(HomePage.draw(view, site: site.settings.name(in: language), visit.translator)).cached(CachePolicy(topics: Set(topics)))
    }
}
