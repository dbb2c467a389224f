public import Backup
internal import CSV
internal import Campaigns
internal import Foundation
internal import Logging
internal import People
internal import Storage
internal import Time

/// Takes what people told the site out of it, as a table for a spreadsheet. Who does so and what for is kept in the database, and said in
/// the log, before the first row leaves. Another kind of export is another method here and another subcommand of `socle export`.
public struct SiteExport: Sendable {
    /// Bytes that are worth a call of the system.
    private static let piece = 64 * 1024

    private let program: Program
    private let purpose: String

    /// Why there is nothing to export.
    public enum Failure: Error, CustomStringConvertible {
        /// No campaign has that slug.
        case noCampaign(String)

        /// What is wrong.
        public var description: String {
            switch self {
            case .noCampaign(let slug): "there is no campaign \(slug)"
            }
        }
    }

    /// An export from the site of an opened program.
    /// - Parameter purpose: what for, in the words of whoever takes it.
    public init(from program: Program, for purpose: String) {
        self.program = program
        self.purpose = purpose
    }

    /// What an export of signatures holds and lacks.
    public struct Report: Sendable {
        /// How many signatures were written.
        public let written: Int
        /// How many were left out because nobody confirmed them.
        public let unconfirmed: Int
        /// How many of the written ones count and wait for a moderator.
        public let waiting: Int
    }

    /// Writes the signatures of a campaign that count, or `all` that were not taken out.
    public func signatures(
        of slug: String, all: Bool, withMailboxes: Bool, to destination: Destination
    ) async throws -> Report {
        guard let campaign = try await program.database.read({ try CampaignStore.find(slug, on: $0) }) else {
            throw Failure.noCampaign(slug)
        }
        let export = SignatureExport(campaign: campaign.id, all: all, withMailboxes: withMailboxes)
        let written = try await write("signatures", of: slug, to: destination) { db, row in
            try row(export.columns)
            try export.each(on: db, row)
        }
        return try await program.database.read { db in
            Report(written: written, unconfirmed: try export.countUnconfirmed(on: db), waiting: try export.countWaiting(on: db))
        }
    }

    private func write(
        _ kind: String, of subject: String, to destination: Destination,
        _ body: @escaping @Sendable (any Reader, ([String]) throws -> Void) throws -> Void
    ) async throws -> Int {
        let by = ProcessInfo.processInfo.environment["SUDO_USER"] ?? NSUserName()
        let now = program.clock.now()
        try await program.database.write { [purpose] db in
            try AuditStore.add(ExportVerb.exported, .init(kind, name: subject), by: nil, note: "\(by): \(purpose)", at: now, on: db)
        }
        program.logger.warning(
            "people's data are exported", metadata: ["kind": "\(kind)", "of": "\(subject)", "by": "\(by)", "for": "\(purpose)"])
        let outlet = Outlet(destination)
        return try await program.database.read { db in
            let file = try outlet.open()
            var bytes = CSVWriter.byteOrderMark
            var lines = 0
            try body(db) { cells in
                bytes += CSVWriter.row(cells)
                lines += 1
                guard bytes.count >= Self.piece else { return }
                try bytes.withUnsafeBytes { try file.write($0) }
                bytes.removeAll(keepingCapacity: true)
            }
            try bytes.withUnsafeBytes { try file.write($0) }
            try file.finish()
            // The first line is the head.
            return max(lines - 1, 0)
        }
    }
}
