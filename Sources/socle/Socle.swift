import ArgumentParser

/// The program: one command for each thing an administrator does.
@main
struct Socle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "socle", abstract: "The self-hosted home of a coalition for social protection.",
        subcommands: [
            Serve.self, Migrate.self, LoadDemo.self, ManagePeople.self, ListOutbox.self, Bounce.self, BackUp.self, RestoreSite.self,
            Examine.self, Export.self, ShowSettings.self,
        ])
}
