import Geography
import Harness
import Storage
import Testing
import Text

@testable import Organisations

/// The hot queries of the directory go by indexes: ten thousand organisations must not cost more than a page.
@Suite struct PlanTests {
    private func plan(_ sql: SQL, _ directory: TestDirectory) async throws -> String {
        try await directory.database.read { db in
            try db.rows("EXPLAIN QUERY PLAN \(sql: sql)").map { try $0["detail"] as String }.joined(separator: "\n")
        }
    }

    private func with(_ body: (TestDirectory) async throws -> Void) async throws {
        try await TestDirectory.with(.sqlite) { directory in
            let now = directory.time.now
            try await directory.database.write { db in
                try SampleOrganisations.add(2000, at: now, on: db)
            }
            try await body(directory)
        }
    }

    private static func filter() -> DirectoryFilter {
        var filter = DirectoryFilter()
        filter.words = "domestic union"
        filter.country = Country(code: "SN")
        filter.theme = "maternity"
        return filter
    }

    private func plan(_ filter: DirectoryFilter, total: Int, _ directory: TestDirectory) async throws -> String {
        let search = try await directory.database.read { try OrganisationStore.Search(filter, on: $0) }
        let plan = try await plan(OrganisationStore.entries(search, for: .english, total: total, limit: 50, offset: 0), directory)
        #expect(plan.firstMatch(of: /SCAN (e|o|x|y|directory\w*)\b/) == nil, "\(plan)")
        #expect(plan.contains("SEARCH o USING INTEGER PRIMARY KEY"), "\(plan)")
        return plan
    }

    @Test func manyAreMetInTheOrderOfTheDirectory() async throws {
        try await with { directory in
            for filter in [DirectoryFilter(), Self.filter()] {
                let plan = try await plan(filter, total: 6000, directory)
                #expect(plan.contains("SEARCH e USING PRIMARY KEY (language=?)"), "\(plan)")
            }
        }
    }

    @Test func fewAreLookedUp() async throws {
        try await with { directory in
            let plan = try await plan(Self.filter(), total: 20, directory)
            #expect(plan.contains("SEARCH x USING PRIMARY KEY (word>? AND word<?)"), "\(plan)")
            #expect(plan.contains("SEARCH e USING COVERING INDEX directory_entry_of (organisation=? AND language=?)"), "\(plan)")
        }
    }

    @Test func bothWaysFindTheSame() async throws {
        try await with { directory in
            var filter = DirectoryFilter()
            filter.theme = "maternity"
            let found = try await directory.database.read { [filter] db in
                let search = try OrganisationStore.Search(filter, on: db)
                return try [20, 6000].map { total in
                    try db.rows(OrganisationStore.entries(search, for: .french, total: total, limit: 50, offset: 50)).map(
                        DirectoryEntry.init)
                }
            }
            #expect(found[0] == found[1])
            #expect(found[0].count == 50)
        }
    }

    @Test func countsAreTakenFromIndexes() async throws {
        try await with { directory in
            let search = try await directory.database.read { try OrganisationStore.Search(Self.filter(), on: $0) }
            let plan = try await plan(OrganisationStore.counts(search), directory)
            #expect(plan.firstMatch(of: /SCAN (o|x|y|directory\w*)\b/) == nil, "\(plan)")
        }
    }

    @Test func everyKnownValueIsFoundByStepping() async throws {
        try await with { directory in
            let countries = try await directory.database.read { try OrganisationStore.known(.country, on: $0) }
            #expect(countries == Country.all.map(\.code))
        }
    }
}
