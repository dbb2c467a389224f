internal import Foundation
public import Storage
internal import Testing
public import Time

/// An empty place for a database that one test has for itself. A test that needs a second program opens it twice.
public struct TestPlace: Sendable {
    /// Where it lies.
    public let location: Location

    /// Opens it as a program of its own would.
    public func open(limits: Limits = Limits(), clock: Clock = .system) async throws -> Database {
        try await Database.open(location, limits: limits, clock: clock)
    }
}

/// Lends a test an empty database that nobody else uses, migrated, and removes it afterwards.
@discardableResult
public func withDatabase<Value>(
    _ engine: TestEngine, migrations: [Migration] = [], limits: Limits = Limits(), clock: Clock = .system,
    isolation: isolated (any Actor)? = #isolation, _ body: (Database) async throws -> Value
) async throws -> Value {
    try await withPlace(engine) { place in
        let database = try await place.open(limits: limits, clock: clock)
        let result: Result<Value, any Error>
        do {
            try await database.migrate(migrations)
            result = .success(try await body(database))
        } catch {
            result = .failure(error)
        }
        await database.close()
        return try result.get()
    }
}

/// Lends a test an empty place for a database, and removes it afterwards. Without a PostgreSQL server the test is cancelled, with a
/// warning in the report.
@discardableResult
public func withPlace<Value>(
    _ engine: TestEngine, isolation: isolated (any Actor)? = #isolation, _ body: (TestPlace) async throws -> Value
) async throws -> Value {
    let name = "test_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
    switch engine {
    case .sqlite:
        let folder = FileManager.default.temporaryDirectory.appending(path: "socle-\(name)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(TestPlace(location: .sqlite(path: folder.appending(path: "test.sqlite").path)))
    case .postgres:
        guard let address = TestEngine.postgresAddress else {
            // A cancelled case alone would not show in the report.
            Issue.record("not tested on PostgreSQL: SOCLE_TEST_POSTGRES names no server", severity: .warning)
            try Test.cancel()
        }
        let separator = address.contains("?") ? "&" : "?"
        let place = TestPlace(location: .postgres(address: "\(address)\(separator)options=-csearch_path%3D\(name)"))
        await connections.enter()
        let result: Result<Value, any Error>
        do {
            try await administer(address, "CREATE SCHEMA \(name: name)")
            result = .success(try await body(place))
        } catch {
            result = .failure(error)
        }
        // A test that fails should fail for its own reason, not for this.
        try? await administer(address, "DROP SCHEMA IF EXISTS \(name: name) CASCADE")
        await connections.leave()
        return try result.get()
    }
}

/// A server takes a hundred connections, and all tests of a run, each with up to ten, share it.
private let connections = Gate(places: 6)

private func administer(_ address: String, _ sql: SQL) async throws {
    let server = try await Database.open(.postgres(address: address), limits: Limits(readers: 1, writers: 1))
    try await server.write { try $0.run(sql) }
    await server.close()
}
