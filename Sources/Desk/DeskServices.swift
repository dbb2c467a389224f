internal import Jobs
public import Mail
public import Moderation
internal import People
public import Site
public import Storage
internal import Text
public import Time

/// What the pages for those who run the site need.
public struct DeskServices: Sendable {
    let database: Database
    let clock: Clock
    let menu: DeskMenu
    let outbox: Outbox
    let composer: Composer
    let jobs: JobStore
    let pages: StandardPages

    /// Services over this database. The composer shows messages as they are sent.
    public init(database: Database, clock: Clock, menu: DeskMenu, outbox: Outbox, composer: Composer, pages: StandardPages) {
        self.database = database
        self.clock = clock
        self.menu = menu
        self.outbox = outbox
        self.composer = composer
        self.pages = pages
        jobs = JobStore(clock: clock)
    }

    func page(_ signedIn: SignedIn, _ t: Translator) -> DeskPage {
        DeskPage(menu, for: signedIn, t)
    }
}
