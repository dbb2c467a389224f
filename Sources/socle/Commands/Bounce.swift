import App
import ArgumentParser
import Foundation
import Mail
import Storage

/// `socle bounce`: reads a message that came back.
struct Bounce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read a returned message on standard input: its mailbox leaves the counts.",
        discussion: "A pipe of the mail server, to which strangers can write, should say --marked-only (docs/operating).")

    @OptionGroup var options: SettingOptions
    @Flag(help: "Believe only messages that carry a mark of this site; for a pipe that strangers can write to.") var markedOnly = false

    func run() async throws {
        let bytes = try FileHandle.standardInput.read(upToCount: ReturnedMail.longest + 1) ?? Data()
        let program = try await options.open(quietly: true)
        let mail = try ReturnedMail.parse(Array(bytes))
        let believed: Outbox.Belief = markedOnly ? .marked : .anyReport
        let origin = try await program.database.write { [outbox = program.outbox] db in
            try outbox.returned(mail, believing: believed, on: db)
        }
        await program.close()
        print(origin.map { "Returned: \($0.kind) \($0.id)." } ?? "Nothing to do: no message of ours, known already, or only delayed.")
    }
}
