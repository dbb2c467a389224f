internal import Backup
internal import Campaigns
internal import Files
public import Foundation
internal import Graph
internal import Imports
internal import Jobs
public import Logging
public import Mail
internal import Mailings
internal import Moderation
internal import Organisations
internal import People
public import Secrets
public import Site
public import Storage
public import Text
public import Time
internal import Translations

/// The parts that every command needs, opened from the settings: the seam between `socle`, its tests, and everything else.
public struct Program: Sendable {
    /// The settings in force.
    public let settings: Settings
    /// Where catalogues, pages and assets lie.
    public let resources: ResourceFolder
    /// All words of the interface.
    public let catalogue: Catalogue
    /// The database, migrated.
    public let database: Database
    /// What keys are derived from.
    public let secrets: Secrets
    /// Makes and checks passwords.
    public let passwords: PasswordKeeper
    /// Messages on their way out.
    public let outbox: Outbox
    /// The time.
    public let clock: Clock
    /// Where events are told.
    public let logger: Logger

    /// Opens everything. The database is brought up to date; one that a newer program wrote is refused.
    public init(settings: Settings, program: URL, clock: Clock = .system, passwords: PasswordKeeper = PasswordKeeper(), logger: Logger)
        async throws
    {
        self.passwords = passwords
        self.settings = settings
        self.clock = clock
        self.logger = logger
        resources = try ResourceFolder(environment: settings.resources, program: program)
        catalogue = try Catalogue(resources: resources)
        try settings.makeDataFolder()
        secrets = Secrets(master: try settings.secretMadeIfNeeded())
        database = try await settings.openDatabase(clock: clock)
        try await database.migrate(Self.migrations)
        let mailings = MailingReturns(clock: clock)
        outbox = Outbox(
            secrets: secrets, clock: clock,
            handlers: [SignatureReturns(SignatureStore(clock: clock, secrets: secrets)), mailings], followers: [mailings])
    }

    /// Every step of the schema, ground first.
    public static let migrations: [Migration] =
        GraphSchema.migrations + JobSchema.migrations + MailSchema.migrations + BackupSchema.migrations + ConsentSchema.migrations
        + FileSchema.migrations
        + PersonSchema.migrations + SiteSchema.migrations + ImportSchema.migrations + MailingSchema.migrations
        + OrganisationSchema.migrations
        + RepresentativeSchema.migrations
        + DirectorySchema.migrations
        + CampaignSchema.migrations + EndorsementSchema.migrations + KitSchema.migrations + ProposalSchema.migrations
        + CampaignWordsSchema.migrations + TranslationSchema.migrations + BlockSchema.migrations

    /// Closes the database; what was begun is finished.
    public func close() async {
        await database.close()
    }

    /// How the site signs its messages.
    public func letterhead(_ site: Site) -> Letterhead {
        Letterhead(
            from: settings.mailFrom, replyTo: (site.settings.replyTo ?? site.settings.contactMailbox).flatMap(Mailbox.init),
            sender: { site.settings.sender(in: $0) }, name: { site.settings.name(in: $0) })
    }
}
