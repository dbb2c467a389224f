import Harness
import Storage
import Testing
import Time

@testable import Organisations

/// A site that had a directory before its tables were rewritten finds in it what it found before, and by single letters too.
@Suite struct DirectoryMigrationTests {
    private func rows(_ table: SQL, _ columns: SQL, on db: any Reader) throws -> [String] {
        try db.rows("SELECT \(sql: columns) FROM \(sql: table) ORDER BY 1").map { try $0["row"] }
    }

    @Test(arguments: TestEngine.allCases) func rowsOfAnEarlierDirectoryBecomeWhatListingWouldMakeOfThem(engine: TestEngine) async throws {
        let earlier = TestDirectory.migrations.filter { $0.id != "organisations-005" }
        try await withDatabase(engine, migrations: earlier) { database in
            let now = Instant(milliseconds: 0)
            try await database.write { db in
                let id: Int64? = try db.row(
                    """
                    INSERT INTO organisation (slug, category, visibility, created_at, changed_at)
                    VALUES ('union-us', 'unions', 'everyone', \(now), \(now)) RETURNING id
                    """)?["id"]
                let key = try #require(id)
                try db.run("INSERT INTO organisation_name (organisation, language, name) VALUES (\(key), 'en', 'Union us X')")
                try db.run(
                    """
                    INSERT INTO directory_facet (facet, value, organisation)
                    VALUES ('category', 'unions', \(key)), ('language', 'en', \(key))
                    """)
                try db.run("INSERT INTO directory_word (word, organisation) VALUES ('union', \(key)), ('us', \(key)), ('x', \(key))")
                try db.run("INSERT INTO organisation_language (organisation, language) VALUES (\(key), 'en')")
            }
            try await database.migrate(TestDirectory.migrations)
            try await database.write { db in
                func stored() throws -> [[String]] {
                    [
                        try rows("directory_facet", "facet || ' ' || value || ' ' || category AS row", on: db),
                        try rows("directory_word", "word || ' ' || category AS row", on: db),
                    ]
                }
                let migrated = try stored()
                #expect(migrated[1] == ["u unions", "union unions", "us unions", "x unions"])
                let id: Int64? = try db.value("SELECT id FROM organisation")
                try OrganisationStore.relist(try #require(id), at: now, on: db)
                #expect(try stored() == migrated)
            }
        }
    }
}
