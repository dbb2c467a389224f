import App
import ArgumentParser
import Backup
import Time

/// `socle restore`: a backup becomes a site again.
struct RestoreSite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Bring a backup into the database that the settings name, SQLite or PostgreSQL.",
        discussion: """
            The backup is checked to its last byte before anything is written, and comes in wholly or not at all. The site must not be \
            running. See docs/operating/backup.md.
            """)

    /// What a person types who means it.
    private static let words = "replace everything"

    @OptionGroup var options: SettingOptions
    @Argument(help: "The backup, or - for standard input.") var file: String
    @Flag(help: "Remove the site that is there, and put the backup in its place.") var replace = false
    @Flag(help: "With --replace: do not ask.") var yes = false
    @Flag(help: "Keep the secret that is there, although it is not the backup's.") var keepSecret = false

    func run() async throws {
        let settings = try await options.prepare()
        let backup = try BackupFile(checking: InputFile(file))
        let from = "the backup of \(backup.manifest.moment.iso8601) (\(backup.manifest.engine))"
        if replace, !yes { try ask("This removes the site in \(settings.database) and puts \(from) in its place.") }
        let permissions = SiteRestore.Permissions(isReplacing: replace, isKeepingSecret: keepSecret)
        let (summary, secret) = try await SiteRestore(into: settings).run(backup, allowing: permissions)
        print("Restored \(from): \(summary.tables) tables, \(summary.rows) rows.")
        if summary.newMigrations > 0 { print("The database was brought up to date: \(summary.newMigrations) steps.") }
        if !summary.leftOut.isEmpty { print("Left out, since Socle did not make them: \(summary.leftOut.joined(separator: ", ")).") }
        print(Self.words(for: secret))
    }

    private func ask(_ warning: String) throws {
        guard file != "-" else { throw ValidationError("With --replace and standard input, say --yes: nobody can be asked.") }
        print("\(warning)\nType “\(Self.words)” to go on:")
        guard readLine() == Self.words else { throw ValidationError("Nothing was changed.") }
    }

    private static func words(for outcome: SiteRestore.SecretOutcome) -> String {
        switch outcome {
        case .restored: "The site's secret is the backup's."
        case .same: "The site's secret was there already."
        case .kept: "The secret that was there stays: mail that waited cannot be read, and links mailed before do not work."
        case .notInBackup: "The backup holds no secret: put the old one in place before you start the site."
        }
    }
}
