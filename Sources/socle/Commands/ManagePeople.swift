import App
import ArgumentParser
import Foundation
import Mail
import People
import Secrets
import Storage

/// `socle person`: accounts from the machine itself.
struct ManagePeople: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Make accounts and give roles from the machine.", subcommands: [CreatePerson.self])
}

/// `socle person create`: an account whose mailbox counts as confirmed, since whoever can run this may do anything anyway.
struct CreatePerson: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make an account; its password is read from standard input.",
        discussion: "If the account exists it gets the role; its password stays unless --reset-password is given.")

    @OptionGroup var options: SettingOptions
    @Option(help: "The mailbox to sign in with.") var email: String
    @Option(help: "The name, as others see it.") var name: String
    @Option(help: "administrator, moderator or editor; nothing for none.") var role: String?
    @Flag(help: "Set the password of an account that exists, and end its sessions.") var resetPassword = false

    func validate() throws {
        guard Mailbox(email) != nil else { throw ValidationError("--email is not a mailbox.") }
        guard role.map({ Role(rawValue: $0) != nil }) ?? true else {
            throw ValidationError("--role is one of \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func run() async throws {
        let line = (readLine() ?? "").trimmingCharacters(in: .newlines)
        let program = try await options.open(quietly: true)
        let made = try await AccountMaker(database: program.database, clock: program.clock, passwords: program.passwords).make(
            AccountMaker.Wish(
                mailbox: email, name: name, role: role.flatMap(Role.init(rawValue:)), password: line, resetsPassword: resetPassword))
        await program.close()
        print(made.words)
    }
}
