import Testing
import Text
import Time

@testable import Campaigns

@Suite struct CampaignChoicesTests {
    private func campaign(_ id: Int64, _ slug: String, _ title: String) -> Campaign {
        Campaign(
            id: id, slug: slug, openedAt: Instant(milliseconds: 0), closedAt: nil, publishedAt: nil, goals: [],
            words: [Campaign.Words(language: .english, title: title, summary: "", demand: "", body: "")])
    }

    @Test func equalTitlesAreToldApartByTheirAddress() {
        let all = [
            campaign(1, "floors-kenya", "Floors now"), campaign(2, "floors-nepal", "Floors now"),
            campaign(3, "pensions", "Pensions for all"),
        ]
        let choices = Campaign.choices(all, for: .english).map(\.words)
        #expect(choices == ["Floors now (floors-kenya)", "Floors now (floors-nepal)", "Pensions for all"])
    }
}
