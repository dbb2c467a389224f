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
                try db.run("ANALYZE")
            }
            try await body(directory)
        }
    }

    @Test func aPageOfTheDirectoryIsReadInOrderFromAnIndex() async throws {
        try await with { directory in
            let sql = OrganisationStore.entries(DirectoryFilter(), network: nil, for: .english, limit: 50, offset: 0)
            let plan = try await plan(sql, directory)
            #expect(plan.contains("USING INDEX directory_order (language=?)"), "\(plan)")
            #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
        }
    }

    @Test func filtersAndWordsAreLookedUp() async throws {
        try await with { directory in
            var filter = DirectoryFilter()
            filter.words = "domestic union"
            filter.country = Country(code: "SN")
            filter.theme = "maternity"
            for sql in [
                OrganisationStore.entries(filter, network: nil, for: .english, limit: 50, offset: 0),
                OrganisationStore.counts(filter, network: nil),
            ] {
                let plan = try await plan(sql, directory)
                #expect(!plan.contains("SCAN directory") && !plan.contains("SCAN o ") && !plan.contains("SCAN e "), "\(plan)")
                #expect(plan.contains("(word>? AND word<?)") || plan.contains("word=?"), "\(plan)")
            }
        }
    }
}
