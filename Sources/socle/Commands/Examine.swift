import App
import ArgumentParser
import Foundation

/// `socle doctor`: is everything there that the site needs?
struct Examine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check everything that the site needs, and say how to mend what is wrong.",
        discussion: "Changes nothing, and sends nothing. Ends with 1 if something fails. See docs/operating/doctor.md.")

    @OptionGroup var options: SettingOptions
    @Flag(help: "One JSON object a line.") var json = false

    func run() async throws {
        var worst = Finding.Level.ok
        func tell(_ finding: Finding) {
            worst = max(worst, finding.level)
            print(json ? finding.json : finding.lines)
        }
        do {
            let settings = try await options.prepare()
            let environment = ProcessInfo.processInfo.environment
            await Doctor(settings, program: SettingOptions.program, environment: environment).examine(tell)
        } catch {
            tell(Doctor.unreadable(error))
        }
        if worst == .fail { throw ExitCode.failure }
    }
}
