import Campaigns
import Testing
import Time

@Suite struct TallyTests {
    private func tally(_ counts: [String: Int]) -> Tally {
        Tally(byCountry: counts.map { .init(code: $0.key, people: $0.value) })
    }

    @Test func countriesComeWithMostPeopleFirst() {
        let tally = tally(["BE": 5, "SN": 90, "AR": 12])
        #expect(tally.people == 107)
        #expect(tally.countries.map(\.code) == ["SN", "AR", "BE"])
        #expect(!tally.hasFurtherCountries)
    }

    @Test func fewerThanFivePeopleAreNotShownAndNotGuessable() {
        // KE alone would be hidden; then 107 less the others would tell its number, so the smallest shown one goes too.
        let tally = tally(["BE": 5, "SN": 90, "AR": 12, "KE": 4])
        #expect(tally.people == 111)
        #expect(tally.countries.map(\.code) == ["SN", "AR"])
        #expect(tally.hasFurtherCountries)
    }

    @Test func twoSmallCountriesHideEachOther() {
        let tally = tally(["SN": 90, "KE": 4, "KH": 1])
        #expect(tally.countries.map(\.code) == ["SN"])
        #expect(tally.hasFurtherCountries)
    }

    @Test func fewInSeveralCountriesAreHiddenWithAnother() {
        let tally = tally(["SN": 90, "KE": 6, "KH": 1, "BE": 1, "PE": 1])
        #expect(tally.countries.map(\.code) == ["SN"], "three in all could be had by subtraction")
        #expect(tally.people == 99 && tally.hasFurtherCountries)
    }

    @Test func aCountryThatEverybodyLeftIsGone() {
        #expect(!tally(["SN": 6, "KE": 0]).hasFurtherCountries)
    }

    @Test func theNextGoalIsTheFirstAboveAndStaysAtTheLast() {
        let campaign = Campaign(
            id: 1, slug: "x", openedAt: .init(milliseconds: 0), closedAt: nil, publishedAt: nil, goals: [10, 100], words: [])
        #expect(campaign.nextGoal(above: 0) == 10)
        #expect(campaign.nextGoal(above: 10) == 100)
        #expect(campaign.nextGoal(above: 500) == 100)
    }
}
