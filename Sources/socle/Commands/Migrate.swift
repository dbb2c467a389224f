import App
import ArgumentParser

/// `socle migrate`: brings the database up to date, and makes a new secret the right one.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Create the database, or bring it up to date.")

    @OptionGroup var options: SettingOptions

    @Flag(
        help: """
            Take the secret in force for the right one from now on, where the former is lost: waiting mail is given up, mailed links end.
            """)
    var newSecret = false

    func run() async throws {
        let program = try await options.open(quietly: true)
        if newSecret { try await SecretMark.accept(of: program) }
        await program.close()
        print("The database is up to date.")
        if newSecret { print("The secret in force is the right one from now on.") }
    }
}
