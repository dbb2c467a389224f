public import Backup
internal import Foundation
public import Storage
public import Time

/// Backs up the site that settings describe, whether or not it runs. Nothing is migrated: what is there is kept as it is.
public struct SiteBackup: Sendable {
    private let settings: Settings
    private let clock: Clock

    /// A backup of the site with these settings.
    public init(of settings: Settings, clock: Clock = .system) {
        self.settings = settings
        self.clock = clock
    }

    /// What was written, and what an administrator should know besides.
    public struct Report: Sendable {
        /// What was written.
        public let summary: Backup.Summary
        /// Whether the site's secret is in it.
        public let holdsSecret: Bool
        /// Why the site does not remember that the backup was made; the backup itself is complete.
        public let unrecorded: StorageError?
    }

    /// Writes the backup. Throws `BackupError`, `FileFailure` or `StorageError`.
    public func write(to destination: Destination, withSecret: Bool) async throws -> Report {
        // Opening a SQLite file that is not there would make one.
        if case .sqlite(let path) = settings.database, !FileManager.default.fileExists(atPath: path) { throw BackupError.nothingThere }
        let secret = withSecret ? try settings.secretInForce() : nil
        let database = try await settings.openDatabase(limits: Limits(readers: 1, writers: 1), clock: clock)
        do {
            let summary = try await Backup(of: database, clock: clock).write(to: destination, secret: secret)
            let unrecorded = await record(summary, in: database)
            await database.close()
            return Report(summary: summary, holdsSecret: secret != nil, unrecorded: unrecorded)
        } catch {
            await database.close()
            throw error
        }
    }

    private func record(_ summary: Backup.Summary, in database: Database) async -> StorageError? {
        do {
            try await database.write { try BackupStore.record(summary, on: $0) }
            return nil
        } catch {
            return error as? StorageError ?? .other("\(error)")
        }
    }
}

extension Settings {
    /// The secret that is set, or the one in the data folder; nil if there is none yet.
    func secretInForce() throws -> [UInt8]? {
        try secret.map { Array($0.utf8) } ?? SecretFile.find(in: data)
    }
}
