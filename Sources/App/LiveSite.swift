public import Campaigns
internal import Design
internal import Desk
internal import Files
internal import Foundation
internal import Graph
internal import HTML
internal import Imports
public import Jobs
internal import Mail
public import Mailings
internal import Moderation
internal import Organisations
internal import People
internal import Site
internal import Storage
internal import Synchronization
internal import Text
internal import Translations
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
    /// What feeds the outbox from mailings.
    public let feeder: MailingFeeder
    let sender: MailSender
    let follower: ChangeFollower

    /// Puts together the site of an opened program.
    public init(_ program: Program) async throws {
        let database = program.database
        let site = try await Site(database: database)
        let blocks = try await Blocks(database: database, clock: program.clock)
        let services = try await CampaignServices(
            database: database, site: site, catalogue: program.catalogue, clock: program.clock, base: program.settings.baseURL,
            secrets: program.secrets, outbox: program.outbox, blocks: blocks, logger: program.logger)
        let composer = Composer(letterhead: program.letterhead(site), catalogue: program.catalogue, secrets: program.secrets)
        let menu = Self.desk
        let mailings = MailingServices(
            database: database, site: site, catalogue: program.catalogue, clock: program.clock, base: program.settings.baseURL,
            secrets: program.secrets, outbox: program.outbox, composer: composer, menu: menu, audiences: Self.audiences(services),
            logger: program.logger)
        let accounts = AccountServices(
            database: database, site: site, catalogue: program.catalogue, clock: program.clock, base: program.settings.baseURL,
            secrets: program.secrets, outbox: program.outbox, passwords: program.passwords,
            keepers: Self.keepers(program, services, mailings), isRefused: { blocks.kind(ofMailbox: [$0]) != nil })
        let metrics = PrometheusMetrics()
        let operations = OperationsHandlers(
            database: database, base: program.settings.baseURL, languages: { Self.choice(site).offered }, metrics: metrics,
            metricsReaders: program.settings.metrics,
            fixedPages: [
                { AppRoutes.home.path($0) }, { CampaignRoutes.index.path($0) }, { OrganisationRoutes.directory.path($0) },
                { MailingRoutes.index.path($0) },
            ]
                + StandardPage.allCases.map { page in { SiteRoutes.page.path($0, page) } },
            addresses: [
                Campaign.kind: { CampaignRoutes.campaign.path($0, $1) },
                Organisation.kind: { OrganisationRoutes.organisation.path($0, $1) },
            ])
        let pages = try StandardPages(resources: program.resources)
        let directory = OrganisationServices(
            database: database, site: site, catalogue: program.catalogue, clock: program.clock, base: program.settings.baseURL,
            outbox: program.outbox, menu: menu)
        let translations = TranslationServices(
            database: database, site: site, clock: program.clock, base: program.settings.baseURL, menu: menu,
            sources: [CampaignTexts(), PageTexts(pages)])
        let desk = DeskServices(
            database: database, accounts: accounts, site: site, clock: program.clock, menu: menu, outbox: program.outbox,
            composer: composer, pages: pages,
            mailDomain: program.settings.mailFrom.domain)
        let endorsements = EndorsementHandlers(services)
        let proposals = ProposalHandlers(services)
        let imports = ImportServices(
            database: database, clock: program.clock, menu: menu,
            kinds: [
                OrganisationImport(catalogue: program.catalogue, clock: program.clock), ContactImport(catalogue: program.catalogue),
                SignatureImport(services),
            ])
        let handlers = Handlers(
            home: HomeHandlers(database: database, site: site, signatures: services.signatures),
            pages: SiteHandlers(database: database, site: site, pages: pages),
            campaigns: CampaignHandlers(services), kit: KitHandlers(services), signing: SigningHandlers(services),
            signatures: SignatureHandlers(services),
            accounts: AccountHandlers(accounts, rooms: Self.rooms), signUp: SignUpHandlers(accounts), sessions: SessionHandlers(accounts),
            recovery: RecoveryHandlers(accounts), security: SecurityHandlers(accounts), secondFactor: SecondFactorHandlers(accounts),
            mySignatures: MySignaturesHandlers(services),
            queue: QueueHandlers(
                database: database, clock: program.clock, menu: menu,
                sources: [RepresentativeQueue(directory), EndorsementQueue(services), ProposalQueue(services), SignatureQueue(services)],
                elsewhere: [
                    .init(role: .editor, words: "translations.wait", count: { try TranslationStore.waiting(on: $0) }) {
                        TranslationRoutes.index.path($0)
                    }
                ] + desk.trouble),
            blocks: BlockHandlers(
                database: database, clock: program.clock, menu: menu,
                related: [.init(label: "campaigns.rules.title") { MailboxRuleRoutes.index.path($0) }]),
            mailboxRules: MailboxRuleHandlers(services, menu: menu),
            campaignDesk: CampaignDeskHandlers(services, menu: menu), kitDesk: KitDeskHandlers(services, menu: menu),
            people: PeopleHandlers(desk), settings: SettingsHandlers(desk),
            texts: PageHandlers(desk), outbox: OutboxHandlers(desk), jobs: JobHandlers(desk), audit: AuditHandlers(desk),
            organisations: OrganisationHandlers(database: database, clock: program.clock, base: program.settings.baseURL) {
                organisation, language, db in try endorsements.shown(of: organisation, language, on: db)
            },
            representatives: RepresentativeHandlers(directory) { organisation, language, db in
                try endorsements.extras(organisation, language, on: db) + proposals.extras(organisation, language, on: db)
            }, mandates: MandateHandlers(directory),
            organisationDesk: OrganisationDeskHandlers(directory), endorsements: endorsements, proposals: proposals,
            imports: ImportHandlers(imports), mailings: MailingDeskHandlers(mailings), mailingSending: MailingSendingHandlers(mailings),
            archive: ArchiveHandlers(mailings), unsubscriptions: UnsubscribeHandlers(mailings),
            translations: TranslationDeskHandlers(translations), translators: TranslatorHandlers(translations), operations: operations)
        let table = Routes.bind(handlers, accounts.guards)
        routes = table.routes
        let assets = AssetShelf(try Assets(folder: program.resources.file("Assets", of: "Design")))
        let sheet = [UInt8](try Data(contentsOf: program.resources.file("Assets/socle.css", of: "Design")))
        let dress: @Sendable () -> Void = { assets.replace("socle.css", with: site.settings.palette.applied(to: sheet)) }
        dress()
        let cache = PageCache(bytes: program.settings.pageCache)
        responder = Responder(
            SiteFacts(
                base: program.settings.baseURL, choice: { Self.choice(site) }, contact: { site.settings.contactMailbox },
                proxies: ProxyTrust(program.settings.trustedProxies),
                sessionCookies: [accounts.cookie.name]),
            routes: table, catalogue: program.catalogue,
            frame: Self.frame(site, assets: assets).draw, cache: cache, assets: assets, explain: Self.explain,
            clock: program.clock, numbers: Self.requestNumbers(), logger: program.logger, metrics: metrics)
        follower = ChangeFollower(
            database: database, cache: cache, site: site, campaigns: services, blocks: blocks, dress: dress, logger: program.logger)
        keeper = TallyKeeper(database: database, logger: program.logger)
        worker = JobWorker(
            database: database, clock: program.clock,
            handlers: SignatureJobs(services).handlers + AccountJobs(accounts).handlers + MandateJobs(directory).handlers
                + OrganisationJobs(database: database, clock: program.clock).handlers + ImportJobs(imports).handlers
                + MailingJobs(mailings).handlers,
            logger: program.logger)
        feeder = MailingFeeder(mailings)
        sender = MailSender(
            database: database, outbox: program.outbox,
            composer: composer,
            settings: MailSender.Settings(server: program.settings.smtp, perMinuteAndDomain: program.settings.mailPace),
            logger: program.logger)
    }

    /// What features add to an account.
    private static let rooms = [
        AccountRoom(title: "moderation.desk.title", words: "app.account.desk", isFor: { !$0.roles.isEmpty }) { DeskRoutes.home.path($0) },
        AccountRoom(title: "campaigns.mine.title", words: "campaigns.mine.lead") { MySignaturesRoutes.index.path($0) },
        AccountRoom(title: "organisations.mine.title", words: "organisations.mine.lead") { RepresentativeRoutes.index.path($0) },
    ]

    /// The desk: what stands in its menu, and for whom.
    private static let desk = DeskMenu([
        .init(section: DeskRoutes.section, label: "moderation.menu.queue", role: nil) { DeskRoutes.home.path($0) },
        .init(section: OrganisationDeskRoutes.section, label: "organisations.menu", role: .moderator) {
            OrganisationDeskRoutes.index.path($0)
        },
        .init(section: ImportRoutes.section, label: "imports.menu", role: .moderator) { ImportRoutes.index.path($0) },
        .init(section: CampaignDeskRoutes.section, label: "campaigns.menu", role: .editor) { CampaignDeskRoutes.index.path($0) },
        .init(section: MailingDeskRoutes.section, label: "mailings.menu", role: .editor) { MailingDeskRoutes.index.path($0) },
        .init(section: "pages", label: "desk.menu.pages", role: .editor) { AdministrationRoutes.pages.path($0) },
        .init(section: TranslationRoutes.section, label: "translations.menu", role: .editor) { TranslationRoutes.index.path($0) },
        .init(section: "people", label: "desk.menu.people", role: .administrator) { AdministrationRoutes.people.path($0) },
        .init(section: "settings", label: "desk.menu.settings", role: .administrator) { AdministrationRoutes.settings.path($0) },
        .init(section: "outbox", label: "desk.menu.outbox", role: .administrator) { AdministrationRoutes.outbox.path($0) },
        .init(section: "jobs", label: "desk.menu.jobs", role: .administrator) { AdministrationRoutes.jobs.path($0) },
        .init(section: "log", label: "desk.menu.log", role: .administrator) { AdministrationRoutes.audit.path($0) },
    ])

    /// The tables about people that some feature answers for.
    public static let personalTables = SignatureData.tables.union(AccountData.tables).union(RepresentativeData.tables).union(
        EndorsementData.tables
    ).union(ProposalData.tables).union(ImportData.tables).union(MailingData.tables).union(TranslationData.tables).union(
        BlockData.tables)

    /// What every feature stores about people.
    private static func keepers(_ program: Program, _ campaigns: CampaignServices, _ mailings: MailingServices) -> [any PersonalDataKeeper]
    {
        [
            SignatureData(campaigns), EndorsementData(outbox: program.outbox), ProposalData(outbox: program.outbox),
            RepresentativeData(outbox: program.outbox), ImportData(), MailingData(mailings), TranslationData(), BlockData(),
        ]
    }

    /// Everybody who may be written to. Where a mailbox is in several, the first says why it is.
    private static func audiences(_ campaigns: CampaignServices) -> Audiences {
        Audiences(
            [
                EndorserAudience(), ContactAudience(), RepresentativeAudience(), SignatoryAudience(campaigns), SupporterAudience(campaigns),
            ], choices: AudienceChoices.organisations + [AudienceChoices.campaigns])
    }

    /// Reads settings again, as a commit that changed them makes the server do. Tests call it instead of running the server.
    public func refresh() async {
        await follower.refresh()
    }

    /// The languages in which the pages can be read now.
    private static func choice(_ site: Site) -> LanguageChoice {
        LanguageChoice(offered: site.settings.languages, main: site.settings.mainLanguage)
    }

    /// What the frame shows on every page.
    private static func frame(_ site: Site, assets: AssetShelf) -> SiteFrame {
        let pages: [StandardPage] = [.counting, .privacy, .accessibility, .contact]
        return SiteFrame(
            assets: assets,
            masthead: { language in
                SiteFrame.Masthead(
                    name: site.settings.name(in: language), responsible: site.settings.otherResponsible(in: language),
                    logo: site.settings.logo.map { SiteRoutes.logo.path($0.digest) }, isDemo: site.settings.isDemo)
            },
            menu: [
                SiteFrame.Entry(section: CampaignRoutes.section, label: "campaigns.menu") { CampaignRoutes.index.path($0) },
                SiteFrame.Entry(section: OrganisationRoutes.section, label: "organisations.menu") { OrganisationRoutes.directory.path($0) },
                SiteFrame.Entry(section: StandardPage.why.rawValue, label: "site.menu.why") { SiteRoutes.page.path($0, .why) },
                SiteFrame.Entry(section: StandardPage.contact.rawValue, label: "site.menu.contact") { SiteRoutes.page.path($0, .contact) },
                SiteFrame.Entry(section: AccountRoutes.section, label: "people.menu") { AccountRoutes.home.path($0) },
            ],
            footer: pages.map { page in
                SiteFrame.Entry(section: page.rawValue, label: "site.menu.\(page.rawValue)") { SiteRoutes.page.path($0, page) }
            } + [SiteFrame.Entry(section: MailingRoutes.section, label: "mailings.archive.title") { MailingRoutes.index.path($0) }],
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
