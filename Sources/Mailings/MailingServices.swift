public import HTML
public import Logging
public import Mail
public import Moderation
public import Secrets
public import Site
public import Storage
public import Text
public import Time

/// What answers for mailings need.
public struct MailingServices: Sendable {
    let database: Database
    let site: Site
    let catalogue: Catalogue
    let clock: Clock
    let base: WebURL
    let outbox: Outbox
    let composer: Composer
    let menu: DeskMenu
    let audiences: Audiences
    let logger: Logger
    let links: PurposeKey

    /// Services over this database; `base` is the site's own address, for links in mails, and `audiences` everybody who may be written to.
    public init(
        database: Database, site: Site, catalogue: Catalogue, clock: Clock, base: WebURL, secrets: Secrets, outbox: Outbox,
        composer: Composer, menu: DeskMenu, audiences: Audiences, logger: Logger
    ) {
        self.database = database
        self.site = site
        self.catalogue = catalogue
        self.clock = clock
        self.base = base
        self.outbox = outbox
        self.composer = composer
        self.menu = menu
        self.audiences = audiences
        self.logger = logger
        links = secrets.key(for: "mailings.unsubscribe")
    }
}
