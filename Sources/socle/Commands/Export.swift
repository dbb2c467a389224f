import App
import ArgumentParser
import Backup
import Foundation

/// `socle export`: people's data for a spreadsheet.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take data out of the site as a table (CSV). Who does so, and what for, is kept.", subcommands: [ExportSignatures.self])
}

/// `socle export signatures`: the names under a campaign.
struct ExportSignatures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signatures", abstract: "The signatures of a campaign: those that count.",
        discussion: """
            What --all adds is fit for a check and for no handover: those that nobody confirmed (their column confirmed_at is empty), and a \
            column flag that says why some wait for a moderator. Those taken back, returned or refused never leave the site. \
            Signing can reveal opinions and membership of a union: hand on no more than the purpose needs, and erase the file when it is \
            fulfilled. Cells that a spreadsheet would take for formulas begin with an apostrophe.
            """)

    @OptionGroup var options: SettingOptions
    @Option(help: "The campaign, by the last part of its address.") var campaign: String
    @Flag(help: "Also those that were never confirmed, and what moderators should look at.") var all = false
    @Flag(help: "With mailboxes, which most purposes do not need.") var mailboxes = false
    @Option(name: .customLong("for"), help: "What for, in your words: \"handing over to the minister\".") var purpose: String
    @Flag(help: "Write over a file that is there.") var force = false
    @Argument(help: "The file to write, or - for standard output.") var file: String

    func validate() throws {
        let words = purpose.trimmingCharacters(in: .whitespacesAndNewlines)
        guard words.count >= 5, words.count <= 300 else { throw ValidationError("Say with --for what the export is for, in a few words.") }
    }

    func run() async throws {
        let program = try await options.open(quietly: true)
        let export = SiteExport(from: program, for: purpose.trimmingCharacters(in: .whitespacesAndNewlines))
        let report = try await export.signatures(
            of: campaign, all: all, withMailboxes: mailboxes, to: Destination(file, isReplacing: force))
        await program.close()
        var lines = ["Exported \(report.written) signatures; the site remembers who did so and what for."]
        if report.unconfirmed > 0 { lines.append("Left out: \(report.unconfirmed) that nobody confirmed; --all writes them too.") }
        if report.waiting > 0 { lines.append("\(report.waiting) of them wait for a moderator: decide on them before a handover.") }
        FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }
}
