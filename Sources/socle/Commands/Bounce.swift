import App
import ArgumentParser
import Foundation
import Mail
import Storage

/// `socle bounce`: reads a message that came back.
struct Bounce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read a returned message on standard input: its mailbox leaves the counts.",
        discussion: """
            A pipe of the mail server, to which strangers can write, should say --marked-only (docs/operating). Ends with 0 also where there \
            is nothing to do, and with 75 where the message should be given again later.
            """)

    @OptionGroup var options: SettingOptions
    @Flag(help: "Believe only messages that carry a mark of this site; for a pipe that strangers can write to.") var markedOnly = false

    func run() async throws {
        let outcome: ReturnOutcome
        do {
            let settings = try await options.prepare()
            let mail = try ReturnedMail.parse(Self.input())
            outcome = try await settle(mail, at: options.open(settings))
        } catch let failure as ReturnedMail.Failure {
            // Any other end would make the mail server send this to a person as one more failure.
            return print("Nothing to do: \(failure).")
        } catch {
            FileHandle.standardError.write(Data("Not now, give the message again later: \(error)\n".utf8))
            throw ExitCode(EX_TEMPFAIL)
        }
        print(Self.words(for: outcome))
    }

    /// The message; of one that is too large enough to see that it is, and the rest is read away, lest the mail server take it for a fault.
    private static func input() throws -> [UInt8] {
        let message = try FileHandle.standardInput.read(upToCount: ReturnedMail.longest + 1) ?? Data()
        while let rest = try FileHandle.standardInput.read(upToCount: 1_000_000), !rest.isEmpty {}
        return Array(message)
    }

    private func settle(_ mail: ReturnedMail, at program: Program) async throws -> ReturnOutcome {
        let belief: Outbox.Belief = markedOnly ? .marked : .anyReport
        let outcome = try await program.database.write { [outbox = program.outbox] db in
            try outbox.returned(mail, believing: belief, on: db)
        }
        await program.close()
        return outcome
    }

    private static func words(for outcome: ReturnOutcome) -> String {
        switch outcome {
        case .gone(let origin): "Returned: \(origin.kind) \(origin.id). Its mailbox is gone; its signatures leave the count."
        case .kept(let origin): "Came back: \(origin.kind) \(origin.id). Its mailbox may be full or refuse us; its signatures stay."
        case .known: "Nothing to do: this message of ours is known already as returned."
        case .delayed: "Nothing to do: the message is only delayed, and a server still tries."
        case .foreign: "Nothing to do: it is about no message of ours that is still kept, as far as its marks tell."
        }
    }
}
