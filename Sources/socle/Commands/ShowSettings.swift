import App
import ArgumentParser

/// `socle settings`: the table of settings, for people and for the documentation.
struct ShowSettings: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "settings", abstract: "Explain every setting.")

    func run() {
        for setting in Setting.allCases {
            print(
                "\(setting.variable)\(setting.isSecret ? " (or \(setting.variable)_FILE)" : "")\n    \(setting.purpose)\n    standard: \(setting.standard)"
            )
        }
    }
}
