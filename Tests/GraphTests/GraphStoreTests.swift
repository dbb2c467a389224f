import Graph
import Harness
import Storage
import Testing
import Text

@Suite struct GraphStoreTests {
    private func thing(_ id: Int64, _ slug: String, _ visibility: Thing.Visibility = .everyone) -> Thing {
        Thing(kind: "campaign", id: id, slug: slug, visibility: visibility, words: [.english: .init(title: slug, summary: "")])
    }

    @Test(arguments: TestEngine.allCases) func aHiddenThingHasNoAddress(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: GraphSchema.migrations) { database in
            let shown = thing(1, "floors")
            let hidden = thing(2, "secret", .hidden)
            try await database.write { db in
                try GraphStore.put(shown, on: db)
                try GraphStore.put(hidden, on: db)
            }
            let slugs = try await database.read { try GraphStore.addresses(limit: 10, on: $0).map(\.slug) }
            #expect(slugs == ["floors"])
        }
    }

    @Test(arguments: TestEngine.allCases) func writingAThingAgainReplacesItsWords(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: GraphSchema.migrations) { database in
            let before = Thing(
                kind: "campaign", id: 1, slug: "a", visibility: .everyone,
                words: [.english: .init(title: "Old", summary: ""), .french: .init(title: "Vieux", summary: "")])
            let after = Thing(
                kind: "campaign", id: 1, slug: "b", visibility: .everyone, words: [.english: .init(title: "New", summary: "s")])
            try await database.write { db in
                try GraphStore.put(before, on: db)
                try GraphStore.put(after, on: db)
            }
            let titles = try await database.read { db in
                try db.rows("SELECT slug, title FROM thing JOIN thing_text ON thing = thing.id").map { row in
                    "\(try row["slug"] as String) \(try row["title"] as String)"
                }
            }
            #expect(titles == ["b New"])
        }
    }
}
