import App
import ArgumentParser
import Mail
import Site
import Storage

/// `socle outbox`: what waits to be sent, what was.
struct ListOutbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "List messages, oldest first; the text of those not yet sent.")

    @OptionGroup var options: SettingOptions
    @Flag(help: "One JSON object a line.") var json = false

    func run() async throws {
        let program = try await options.open(quietly: true)
        let site = try await Site(database: program.database)
        let composer = Composer(
            letterhead: program.letterhead(site), catalogue: program.catalogue, secrets: program.secrets)
        let json = json
        try await program.database.read { [outbox = program.outbox] db in
            try outbox.entries(OutboxFilter(order: .oldestFirst), on: db) { entry in
                print(json ? try entry.json(composer) : "\(entry.id)\t\(entry.state.rawValue)\t\(entry.to)\t\(entry.subject)")
            }
        }
        await program.close()
    }
}
