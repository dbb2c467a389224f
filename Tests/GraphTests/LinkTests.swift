import Graph
import Harness
import Storage
import Testing
import Text

@Suite struct LinkTests {
    private static let network = Thing.Key("organisation", 1)

    private func put(_ id: Int64, _ titles: [Language: String], _ visibility: Thing.Visibility = .everyone, on db: any Writer) throws {
        try GraphStore.put(
            Thing(
                kind: "organisation", id: id, slug: "o\(id)", visibility: visibility, country: "SN",
                words: titles.mapValues { .init(title: $0, summary: "") }), on: db)
    }

    private func withNetwork(_ engine: TestEngine, network: Thing.Visibility = .everyone, _ body: (Database) async throws -> Void)
        async throws
    {
        try await withDatabase(engine, migrations: GraphSchema.migrations) { database in
            try await database.write { db in
                try put(1, [.english: "Network", .french: "Réseau"], network, on: db)
                try put(2, [.english: "Union", .french: "Syndicat"], on: db)
                try put(3, [.spanish: "Mutual"], on: db)
                try put(4, [.english: "Secret"], .hidden, on: db)
                for member in 2...4 { try GraphStore.link(Thing.Key("organisation", Int64(member)), "member", Self.network, on: db) }
            }
            try await body(database)
        }
    }

    private func members(_ database: Database, for reader: Language = .french) async throws -> [String] {
        try await database.read { try GraphStore.related(to: Self.network, "member", for: reader, limit: 10, on: $0).map(\.title) }
    }

    @Test(arguments: TestEngine.allCases) func membersAreReadInTheReadersLanguageAndHiddenOnesAreNot(engine: TestEngine) async throws {
        try await withNetwork(engine) { database in
            #expect(try await members(database) == ["Mutual", "Syndicat"])
            #expect(try await members(database, for: .dutch) == ["Mutual", "Union"])
            let networks = try await database.read {
                try GraphStore.related(from: Thing.Key("organisation", 2), "member", for: .french, limit: 10, on: $0)
            }
            #expect(networks.map(\.title) == ["Réseau"])
            #expect(networks.map(\.language) == [.french])
            #expect(networks.map(\.key) == [Self.network])
        }
    }

    @Test(arguments: TestEngine.allCases) func aHiddenThingIsRelatedToNothing(engine: TestEngine) async throws {
        try await withNetwork(engine, network: .hidden) { database in
            #expect(try await members(database).isEmpty)
            let networks = try await database.read {
                try GraphStore.related(from: Thing.Key("organisation", 2), "member", for: .french, limit: 10, on: $0)
            }
            #expect(networks.isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases) func linksMayBePutTwiceAndTakenAway(engine: TestEngine) async throws {
        try await withNetwork(engine) { database in
            try await database.write { db in
                try GraphStore.link(Thing.Key("organisation", 2), "member", Self.network, on: db)
                try GraphStore.link(Thing.Key("organisation", 99), "member", Self.network, on: db)
                try GraphStore.unlink(Thing.Key("organisation", 3), "member", Self.network, on: db)
            }
            #expect(try await members(database) == ["Syndicat"])
            try await database.write { try GraphStore.remove(Thing.Key("organisation", 2), on: $0) }
            #expect(try await members(database).isEmpty)
        }
    }
}
