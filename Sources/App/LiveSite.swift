public import Campaigns
internal import Design
internal import Foundation
internal import Graph
internal import HTML
public import Jobs
internal import Mail
internal import Site
internal import Storage
internal import Synchronization
internal import Text
public import Web

/// A site put together: who answers, and what works behind. The server runs it; tests ask its responder and drive its work by hand.
public struct LiveSite: Sendable {
    /// Answers requests.
    public let responder: Responder
    /// Every route with its guard.
    public let routes: [BoundRoute]
    /// The counts.
    public let keeper: TallyKeeper
    /// The background work.
    public let worker: JobWorker
    let sender: MailSender
    let follower: ChangeFollower

    /// Puts together the site of an opened program.
    public init(_ program: Program) async throws {
        let database = program.database
        let site = try await Site(database: database)
        let services = try await CampaignServices(
            database: database, site: site, catalogue: program.catalogue, clock: program.clock, base: program.settings.baseURL,
            secrets: program.secrets, outbox: program.outbox, logger: program.logger)
        let metrics = PrometheusMetrics()
        let operations = OperationsHandlers(
            database: database, base: program.settings.baseURL, metrics: metrics, metricsReaders: program.settings.metrics,
            fixedPages: [{ AppRoutes.home.path($0) }, { CampaignRoutes.index.path($0) }]
                + StandardPage.allCases.map { page in { SiteRoutes.page.path($0, page) } },
            addresses: [Campaign.kind: { CampaignRoutes.campaign.path($0, $1) }])
        let handlers = Handlers(
            home: HomeHandlers(database: database, site: site, signatures: services.signatures),
            pages: SiteHandlers(database: database, site: site, pages: try StandardPages(resources: program.resources)),
            campaigns: CampaignHandlers(services), signing: SigningHandlers(services), signatures: SignatureHandlers(services),
            operations: operations)
        let table = Routes.bind(handlers)
        routes = table.routes
        let assets = try Assets(folder: program.resources.file("Assets", of: "Design"))
        let cache = PageCache(bytes: program.settings.pageCache)
        responder = Responder(
            SiteFacts(base: program.settings.baseURL, proxies: ProxyTrust(program.settings.trustedProxies)),
            routes: table, catalogue: program.catalogue,
            frame: Self.frame(site, assets: assets).draw, cache: cache, assets: assets, explain: Self.explain,
            clock: program.clock, numbers: Self.requestNumbers(), logger: program.logger, metrics: metrics)
        follower = ChangeFollower(database: database, cache: cache, site: site, campaigns: services, logger: program.logger)
        keeper = TallyKeeper(database: database, logger: program.logger)
        worker = JobWorker(
            database: database, clock: program.clock, handlers: SignatureJobs(services).handlers, logger: program.logger)
        sender = MailSender(
            database: database, outbox: program.outbox,
            composer: Composer(letterhead: program.letterhead(site), catalogue: program.catalogue, secrets: program.secrets),
            settings: MailSender.Settings(server: program.settings.smtp, perMinuteAndDomain: program.settings.mailPace),
            logger: program.logger)
    }

    /// What the frame shows on every page.
    private static func frame(_ site: Site, assets: Assets) -> SiteFrame {
        let pages: [StandardPage] = [.counting, .privacy, .accessibility, .contact]
        return SiteFrame(
            assets: assets,
            masthead: { language in
                SiteFrame.Masthead(name: site.settings.name(in: language), isDemo: site.settings.isDemo)
            },
            menu: [
                SiteFrame.Entry(section: CampaignRoutes.section, label: "campaigns.menu") { CampaignRoutes.index.path($0) },
                SiteFrame.Entry(section: StandardPage.why.rawValue, label: "site.menu.why") { SiteRoutes.page.path($0, .why) },
                SiteFrame.Entry(section: StandardPage.contact.rawValue, label: "site.menu.contact") { SiteRoutes.page.path($0, .contact) },
            ],
            footer: pages.map { page in
                SiteFrame.Entry(section: page.rawValue, label: "site.menu.\(page.rawValue)") { SiteRoutes.page.path($0, page) }
            },
            home: { AppRoutes.home.path($0) })
    }

    /// What storage cannot do just now is no fault of the program: visitors are asked to come back.
    private static func explain(_ error: any Error) -> WebFailure? {
        guard let error = error as? StorageError else { return nil }
        switch error {
        case .busy, .full, .connectionLost, .closed: return .unavailable("\(error)")
        default: return nil
        }
    }

    private static func requestNumbers() -> RequestNumbers {
        var generator = SystemRandomNumberGenerator()
        return RequestNumbers(using: &generator)
    }
}
