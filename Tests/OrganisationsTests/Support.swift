import Geography
import Graph
import Harness
import People
import Storage
import Text
import Time

@testable import Organisations

/// A directory in a database of its own.
struct TestDirectory: Sendable {
    let database: Database
    let time: TestClock

    static let migrations =
        GraphSchema.migrations + PersonSchema.migrations + OrganisationSchema.migrations + RepresentativeSchema.migrations
        + DirectorySchema.migrations

    /// Lends a test an empty directory.
    static func with(_ engine: TestEngine, _ body: (TestDirectory) async throws -> Void) async throws {
        let time = TestClock()
        try await withDatabase(engine, migrations: migrations) { database in
            try await body(TestDirectory(database: database, time: time))
        }
    }

    /// Enters an organisation that is called so in English.
    @discardableResult
    func add(_ name: String, _ category: Category = .unions, country: String? = nil, change: (inout Organisation.Facts) -> Void = { _ in })
        async throws -> Int64
    {
        var facts = Organisation.Facts(
            category: category, country: country.flatMap(Country.init(code:)), names: [.init(language: .english, name: name)])
        change(&facts)
        let now = time.now
        return try await database.write { [facts] in try OrganisationStore.add(facts, at: now, on: $0) }
    }

    func join(_ organisation: Int64, _ network: Int64, role: Membership.Role = .member, since: String? = nil, until: String? = nil)
        async throws
    {
        let now = time.now
        let membership = Membership(
            organisation: organisation, network: network, role: role, since: since.flatMap(CivilDay.init(_:)),
            until: until.flatMap(CivilDay.init(_:)))
        try await database.write { try OrganisationStore.put(membership, at: now, on: $0) }
    }

    func change(_ id: Int64, _ change: (inout Organisation.Facts) -> Void) async throws {
        guard var facts = try await database.read({ try OrganisationStore.find(id, on: $0) })?.facts else { return }
        change(&facts)
        let now = time.now
        try await database.write { [facts] in try OrganisationStore.change(id, to: facts, at: now, on: $0) }
    }

    /// What a reader finds.
    func view(_ filter: DirectoryFilter = DirectoryFilter(), page: Int = 1, for reader: Language = .english) async throws -> DirectoryView {
        try await database.read { db in
            try DirectoryView.read(filter, page: page, for: reader, choices: DirectoryChoices.read(for: reader, on: db), on: db)
        }
    }

    /// The names that a reader finds.
    func names(for reader: Language = .english, _ narrow: (inout DirectoryFilter) -> Void = { _ in }) async throws -> [String] {
        var filter = DirectoryFilter()
        narrow(&filter)
        return try await view(filter, for: reader).entries.map(\.name.name)
    }
}
