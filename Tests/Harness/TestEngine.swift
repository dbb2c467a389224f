internal import Foundation
public import Testing

/// The engines that every store is tested on.
///
///     @Test(arguments: TestEngine.allCases)
///     func somethingIsKept(engine: TestEngine) async throws {
///         try await withDatabase(engine, migrations: …) { db in … }
///     }
public enum TestEngine: String, CaseIterable, Sendable, CustomTestStringConvertible {
    /// A file in a fresh folder.
    case sqlite
    /// A schema of its own on the server that `SOCLE_TEST_POSTGRES` names.
    case postgres

    /// The name that test reports show.
    public var testDescription: String { rawValue }

    /// The address of the throw-away server, `postgres://…`, if the environment names one.
    public static let postgresAddress: String? = ProcessInfo.processInfo.environment["SOCLE_TEST_POSTGRES"]
}
