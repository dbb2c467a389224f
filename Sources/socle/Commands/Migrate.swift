import App
import ArgumentParser

/// `socle migrate`: brings the database up to date and does nothing else.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Create the database, or bring it up to date.")

    @OptionGroup var options: SettingOptions

    func run() async throws {
        let program = try await options.open(quietly: true)
        await program.close()
        print("The database is up to date.")
    }
}
