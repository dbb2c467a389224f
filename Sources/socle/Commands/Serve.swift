import App
import ArgumentParser
import Foundation
import Logging

/// `socle serve`: answers visitors until it is told to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answer visitors, send mail, do background work; brings the database up to date first.")

    @OptionGroup var options: SettingOptions

    func run() async throws {
        let program = try await options.open()
        for misspelling in Setting.misspelt(in: ProcessInfo.processInfo.environment) {
            program.logger.warning("no setting is called \(misspelling)")
        }
        try await Server(program).run()
    }
}
