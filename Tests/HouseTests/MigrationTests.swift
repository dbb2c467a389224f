import App
import Foundation
import Harness
import Storage
import Testing

/// Migrations are frozen: what was published is never edited, only followed by another.
@Suite struct MigrationRules {
    @Test func theirNamesAreUniqueAndInOrder() {
        let ids = Program.migrations.map(\.id)
        #expect(Set(ids).count == ids.count)
        for room in Set(ids.map { $0.prefix { $0 != "-" } }) {
            let own = ids.filter { $0.hasPrefix("\(room)-") }
            #expect(own == own.sorted(), "\(room)")
        }
    }

    @Test(arguments: TestEngine.allCases) func theyRunOnAnEmptyDatabaseAndAgainWithoutHarm(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Program.migrations) { database in
            try await database.migrate(Program.migrations)
        }
    }
}
