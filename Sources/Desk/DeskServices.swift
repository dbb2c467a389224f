internal import Jobs
public import Mail
public import Moderation
public import People
public import Site
public import Storage
internal import Text
public import Time
internal import Translations

/// What the pages for those who run the site need.
public struct DeskServices: Sendable {
    let database: Database
    let accounts: AccountServices
    let site: Site
    let clock: Clock
    let menu: DeskMenu
    let outbox: Outbox
    let composer: Composer
    let jobs: JobStore
    let pages: StandardPages
    /// The domain that mails come from.
    let mailDomain: String

    /// Services over this database. The composer shows messages as they are sent.
    public init(
        database: Database, accounts: AccountServices, site: Site, clock: Clock, menu: DeskMenu, outbox: Outbox, composer: Composer,
        pages: StandardPages,
        mailDomain: String
    ) {
        self.database = database
        self.accounts = accounts
        self.site = site
        self.clock = clock
        self.menu = menu
        self.outbox = outbox
        self.composer = composer
        self.pages = pages
        self.mailDomain = mailDomain
        jobs = JobStore(clock: clock)
    }

    /// Before a standard page is written by hand: its translations learn what they were made from.
    func note(_ page: StandardPage, in language: Language, by person: Person, at now: Instant, on db: any Writer) throws {
        guard let text = try PageTexts(pages).find(page.rawValue, on: db) else { return }
        try TranslationStore.edited(text, in: language, main: site.settings.mainLanguage, by: person, at: now, on: db)
    }

    /// Whether a machine translated a standard page and nobody has checked it.
    func isUnchecked(_ page: StandardPage, in language: Language, on db: any Reader) throws -> Bool {
        guard let text = try PageTexts(pages).find(page.rawValue, on: db) else { return false }
        return try TranslationStore.isUnchecked(text, in: language, main: site.settings.mainLanguage, on: db)
    }

    func page(_ signedIn: SignedIn, _ t: Translator) -> DeskPage {
        DeskPage(menu, for: signedIn, t)
    }
}
