import Geography
import Graph
import Harness
import Storage
import Testing
import Text
import Time

@testable import Organisations

@Suite struct DirectoryTests {
    private func fill(_ directory: TestDirectory) async throws {
        let network = try await directory.add("Áfrican network", .networks) { $0.areas = [.region(.africa)] }
        let union = try await directory.add("Zinc workers", .unions, country: "SN") { facts in
            facts.names.append(.init(language: .french, name: "Ébénistes réunis", acronym: "E.R"))
            facts.themes = ["maternity", "old-age"]
            facts.languages = [.french]
        }
        try await directory.add("employers’ league", .employers, country: "AR") { $0.themes = ["maternity"] }
        try await directory.add("Mutual", .mutuals, country: "BE") { $0.areas = [.subregion(.southAmerica)] }
        try await directory.join(union, network)
    }

    @Test(arguments: TestEngine.allCases) func filtersNarrowTogether(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            try await fill(directory)
            #expect(try await directory.names() == ["Áfrican network", "employers’ league", "Mutual", "Zinc workers"])
            #expect(try await directory.names(for: .french).prefix(2) == ["Áfrican network", "Ébénistes réunis"])
            #expect(try await directory.names { $0.category = .workers } == ["Zinc workers"])
            #expect(try await directory.names { $0.category = .movements } == ["Áfrican network", "Mutual"])
            #expect(try await directory.names { $0.theme = "maternity" } == ["employers’ league", "Zinc workers"])
            #expect(try await directory.names { $0.language = .french } == ["Zinc workers"])
            #expect(try await directory.names { $0.network = "african-network" } == ["Zinc workers"])
            #expect(
                try await directory.names {
                    $0.theme = "maternity"
                    $0.country = Country(code: "AR")
                } == ["employers’ league"])
        }
    }

    @Test(arguments: TestEngine.allCases) func aRegionIsWhereOneSitsOrWorks(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            try await fill(directory)
            #expect(try await directory.names { $0.area = .region(.africa) } == ["Áfrican network", "Zinc workers"])
            #expect(try await directory.names { $0.area = .subregion(.westernAfrica) } == ["Áfrican network", "Zinc workers"])
            #expect(try await directory.names { $0.area = .subregion(.easternAfrica) } == ["Áfrican network"])
            #expect(try await directory.names { $0.area = .region(.americas) } == ["employers’ league", "Mutual"])
        }
    }

    @Test(arguments: TestEngine.allCases) func wordsAreFoundByTheirBeginningWithoutAccents(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            try await fill(directory)
            for words in ["zinc", "ZIN wor", "ebenistes", "Ébé", "réunis zinc", "e.r", "workers zinc"] {
                #expect(try await directory.names { $0.words = words } == ["Zinc workers"], "\(words)")
            }
            #expect(try await directory.names { $0.words = "african" } == ["Áfrican network"])
            for words in ["inc", "%", "_", "zinc%", "' OR 1=1 --", "\"", "\u{10FFFF}", "zinc mutual", "—"] {
                let found = try await directory.names { $0.words = words }
                #expect(found.isEmpty || words == "zinc%", "\(words)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func countsAreWithinTheOtherFilters(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            try await fill(directory)
            var filter = DirectoryFilter()
            #expect(
                try await directory.view(filter).counts == [
                    .movements: 2, .mutuals: 1, .networks: 1, .workers: 1, .unions: 1, .employers: 1,
                ])
            filter.theme = "maternity"
            filter.category = .unions
            let view = try await directory.view(filter)
            #expect(view.counts == [.workers: 1, .unions: 1, .employers: 1])
            #expect(view.total == 1)
        }
    }

    @Test(arguments: TestEngine.allCases) func choicesAreWhatThereIs(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            try await fill(directory)
            let view = try await directory.view(for: .french)
            #expect(view.choices.countries.map(\.value) == ["AR", "BE", "SN"])
            #expect(view.choices.themes.map(\.title) == ["Maternité et parentalité", "Pensions de vieillesse"])
            #expect(view.choices.languages == [.french])
            #expect(view.choices.networks.map(\.slug) == ["african-network"])
            #expect(view.members.values.map(\.self) == [1])
        }
    }

    @Test(arguments: TestEngine.allCases) func aMembershipThatEndedIsHistory(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            let network = try await directory.add("Network", .networks)
            let past = try await directory.add("Past")
            let last = try await directory.add("Last day")
            try await directory.join(past, network, since: "2014-03-01", until: "2026-01-14")
            try await directory.join(last, network, role: .board, until: "2026-01-15")
            #expect(try await directory.names { $0.network = "network" } == ["Last day"])
            let kept = try await directory.database.read { try OrganisationStore.memberships(of: past, on: $0) }
            #expect(kept.map(\.since?.description) == ["2014-03-01"])
            let now = directory.time.now
            try await directory.database.write { try OrganisationStore.removeMembership(of: last, in: network, at: now, on: $0) }
            #expect(try await directory.names { $0.network = "network" } == [])
        }
    }

    @Test(arguments: TestEngine.allCases) func aLastDayThatPassesIsNoticedOvernight(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            let network = try await directory.add("Network", .networks)
            for name in ["Stays", "Leaves"] {
                try await directory.join(try await directory.add(name), network, until: name == "Leaves" ? "2026-01-16" : nil)
            }
            let jobs = OrganisationJobs(database: directory.database, clock: directory.time.clock)
            directory.time.advance(by: .days(1))
            try await jobs.endMemberships()
            #expect(try await directory.names { $0.network = "network" } == ["Leaves", "Stays"])
            directory.time.advance(by: .days(1))
            try await jobs.endMemberships()
            #expect(try await directory.names { $0.network = "network" } == ["Stays"])
            let key = Thing.Key(Organisation.kind, network)
            let linked = try await directory.database.read {
                try GraphStore.related(to: key, Organisation.membership, for: .english, limit: 9, on: $0).map(\.title)
            }
            #expect(linked == ["Stays"])
        }
    }

    @Test(arguments: TestEngine.allCases) func pagesFollowEachOtherWithoutGapOrRepetition(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            let now = directory.time.now
            try await directory.database.write { try SampleOrganisations.add(120, at: now, on: $0) }
            let first = try await directory.view()
            #expect(first.total == 120)
            #expect(first.lastPage == 3)
            var names: [String] = []
            for page in 1...3 { names += try await directory.view(page: page).entries.map(\.name.name) }
            #expect(Set(names).count == 120)
            #expect(names.map(Folding.key) == names.map(Folding.key).sorted())
        }
    }
}
