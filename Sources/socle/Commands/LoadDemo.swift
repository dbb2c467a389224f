import App
import ArgumentParser

/// `socle demo`: fills the site with samples.
struct LoadDemo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Load the demo content: a campaign and sample signatures. Safe to repeat.")

    @OptionGroup var options: SettingOptions
    @Option(help: "Add that many confirmed sample signatures, for load work.") var signatures = 0

    func validate() throws {
        guard (0...50_000_000).contains(signatures) else { throw ValidationError("--signatures takes a number up to 50 million.") }
    }

    func run() async throws {
        let program = try await options.open(quietly: true)
        let demo = Demo(database: program.database, resources: program.resources, clock: program.clock)
        try await demo.load()
        try await demo.addSignatures(signatures) { added in
            if added % 100_000 == 0 { print("\(added) sample signatures") }
        }
        await program.close()
        print("The demo content is loaded.")
    }
}
