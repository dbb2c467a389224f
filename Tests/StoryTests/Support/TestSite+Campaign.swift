import App
import Campaigns
import Harness
import Storage
import Testing

extension TestSite {
    /// Ends the demo campaign.
    func closeCampaign() async throws {
        let campaign = try #require(try await program.database.read { try CampaignStore.featured(on: $0) })
        let now = time.now
        try await program.database.write { try CampaignStore.close(campaign.id, at: now, on: $0) }
    }
}
