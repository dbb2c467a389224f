import App
import ArgumentParser
import Backup
import Foundation

/// `socle backup`: the whole site in one file.
struct BackUp: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write the whole site into one file, also while it runs.",
        discussion: """
            The file restores into SQLite and into PostgreSQL (socle restore). It holds everything that people told the site, and the \
            site's secret: keep it as you keep the database. See docs/operating/backup.md.
            """)

    @OptionGroup var options: SettingOptions
    @Argument(help: "The file to write, or - for standard output.") var file: String
    @Flag(help: "Write over a file that is there.") var force = false
    @Flag(help: "Leave the site's secret out; keep it elsewhere, for mail that waits and mailed links are worthless without it.")
    var withoutSecret = false

    func run() async throws {
        let settings = try await options.prepare()
        let began = ContinuousClock.now
        let report = try await SiteBackup(of: settings).write(to: Destination(file, isReplacing: force), withSecret: !withoutSecret)
        let seconds = (ContinuousClock.now - began).components.seconds
        let summary = report.summary
        say("Backed up \(summary.tables) tables, \(summary.rows) rows, in \(summary.bytes) bytes and \(seconds) s.")
        say(report.holdsSecret ? "The site's secret is in the file." : "The site's secret is NOT in the file.")
        if let reason = report.unrecorded { say("The backup is complete, but the site could not note when it was made: \(reason)") }
    }

    /// Words for the person, apart from what may go to standard output.
    private func say(_ words: String) {
        FileHandle.standardError.write(Data("\(words)\n".utf8))
    }
}
