public import Foundation
internal import Storage
public import Time

/// Looks at everything that a site needs, and says how to mend what is wrong. Changes nothing; works when nothing else does.
public struct Doctor: Sendable {
    let settings: Settings
    let program: URL
    let clock: Clock

    /// A doctor for the site with these settings.
    /// - Parameter program: the running program, beside which resources are looked for.
    public init(_ settings: Settings, program: URL, clock: Clock = .system) {
        self.settings = settings
        self.program = program
        self.clock = clock
    }

    /// What is found, told place by place as it is found.
    public func examine(_ tell: (Finding) -> Void) async {
        tell(.ok("settings", "all can be read"))
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
