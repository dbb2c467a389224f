public import Foundation
internal import Storage
public import Time

/// Looks at everything that a site needs, and says how to mend what is wrong. Changes nothing; works when nothing else does.
public struct Doctor: Sendable {
    let settings: Settings
    let program: URL
    let clock: Clock
    private let misspelt: [Misspelling]

    /// A doctor for the site with these settings.
    /// - Parameters:
    ///   - program: the running program, beside which resources are looked for.
    ///   - environment: where a setting may be misspelt.
    public init(_ settings: Settings, program: URL, environment: [String: String] = [:], clock: Clock = .system) {
        misspelt = Setting.misspelt(in: environment)
        self.settings = settings
        self.program = program
        self.clock = clock
    }

    /// What is found, told place by place as it is found.
    public func examine(_ tell: (Finding) -> Void) async {
        tell(
            misspelt.isEmpty
                ? .ok("settings", "all can be read")
                : .warn(
                    "settings", "no setting is called \(misspelt.map(\.description).joined(separator: ", "))",
                    mend: "socle settings lists all there are"))
        for finding in [dataFolder, secret, disk, resources, pageCache, baseURL, proxies] { tell(finding()) }
        await examineDatabase(tell)
        tell(await mailServer())
        tell(mailSender())
    }

    /// The only finding when settings cannot be read.
    public static func unreadable(_ error: any Error) -> Finding {
        .fail("settings", "\(error)", mend: "correct it; socle settings explains every setting")
    }
}
