public import Backup
internal import Foundation
internal import Secrets
internal import Storage
public import Time

/// Brings a backup into the database and the data folder that settings describe.
public struct SiteRestore: Sendable {
    private let settings: Settings
    private let clock: Clock

    /// What may be overwritten.
    public struct Permissions: Sendable {
        /// The site that is there, its secret included.
        public var isReplacing: Bool
        /// The secret that is there stays, although mail that waits and mailed links were made with another.
        public var isKeepingSecret: Bool

        /// Nothing, unless it is said.
        public init(isReplacing: Bool = false, isKeepingSecret: Bool = false) {
            self.isReplacing = isReplacing
            self.isKeepingSecret = isKeepingSecret
        }
    }

    /// What has become of the site's secret.
    public enum SecretOutcome: Sendable {
        /// It is the one of the backup, put down now.
        case restored
        /// It is the one of the backup and was there before.
        case same
        /// Another one stays, as was asked.
        case kept
        /// The backup holds none.
        case notInBackup
    }

    /// Why the site's secret stands in the way. The words are for an administrator.
    public enum Refused: Error, CustomStringConvertible {
        /// Another secret is there.
        case otherSecret(path: String)
        /// Another secret is set, which no command can change.
        case otherSetting

        /// What is wrong, and what helps.
        public var description: String {
            switch self {
            case .otherSecret(let path):
                "\(path) holds another secret than the backup; without the right one, mail that waits cannot be read and mailed links do not work. "
                    + "Say --replace to put the backup's in its place, or --keep-secret to leave it as it is"
            case .otherSetting:
                "\(Setting.secret.variable) is set to another secret than the backup's: unset it, set the right one, or say --keep-secret"
            }
        }
    }

    /// A restore into the site with these settings.
    public init(into settings: Settings, clock: Clock = .system) {
        self.settings = settings
        self.clock = clock
    }

    /// Restores. Everything is checked before anything is written.
    /// - Throws: `BackupError`, `FileFailure`, `StorageError`, `Refused`.
    public func run(_ backup: BackupFile, allowing permissions: Permissions) async throws -> (Restore.Summary, SecretOutcome) {
        let restore = try Restore(of: backup, migrations: Program.migrations, clock: clock)
        let outcome = try plan(for: backup.secret, permissions)
        if case .sqlite(let path) = settings.database {
            let folder = URL(filePath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        try settings.database.requireSolitude()
        // A secret where there was none harms nobody if the rest fails; without it a started site would make its own.
        let isFirst = try settings.secretInForce() == nil
        if case .restored = outcome, isFirst, let secret = backup.secret { try SecretFile.put(secret, in: settings.data) }
        let database = try await settings.openDatabase(limits: Limits(readers: 1, writers: 1), clock: clock)
        do {
            let summary = try await restore.run(into: database, isReplacing: permissions.isReplacing)
            // Kept on purpose, it is the right one from now on.
            if case .kept = outcome, let present = try settings.secretInForce() {
                try await SecretMark.accept(Secrets(master: present), on: database)
            }
            await database.close()
            if case .restored = outcome, !isFirst, let secret = backup.secret { try SecretFile.replace(by: secret, in: settings.data) }
            return (summary, outcome)
        } catch {
            await database.close()
            throw error
        }
    }

    private func plan(for secret: [UInt8]?, _ permissions: Permissions) throws -> SecretOutcome {
        guard let secret else { return .notInBackup }
        guard let present = try settings.secretInForce() else { return .restored }
        if present == secret { return .same }
        if permissions.isKeepingSecret { return .kept }
        guard settings.secret == nil else { throw Refused.otherSetting }
        guard permissions.isReplacing else { throw Refused.otherSecret(path: SecretFile.path(in: settings.data)) }
        return .restored
    }
}
