import App
import ArgumentParser

/// `socle demo`: fills the site with samples.
struct LoadDemo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Load the demo content: a campaign, organisations and samples. Safe to repeat: only what is missing is added.")

    @OptionGroup var options: SettingOptions
    @Option(help: "Add that many confirmed sample signatures, for load work.") var signatures = 0
    @Option(help: "Add that many sample organisations, for load work.") var organisations = 0

    func validate() throws {
        guard (0...50_000_000).contains(signatures) else { throw ValidationError("--signatures takes a number up to 50 million.") }
        guard (0...1_000_000).contains(organisations) else { throw ValidationError("--organisations takes a number up to a million.") }
    }

    func run() async throws {
        let program = try await options.open(quietly: true)
        let demo = Demo(database: program.database, resources: program.resources, clock: program.clock)
        try await demo.load()
        try await demo.addSignatures(signatures) { added in
            if added % 100_000 == 0 { print("\(added) sample signatures") }
        }
        try await demo.addOrganisations(organisations) { added in
            if added % 10_000 == 0 { print("\(added) sample organisations") }
        }
        await program.close()
        print("The demo content is loaded.")
    }
}
