public import HTML
public import Mail
public import Secrets
public import Site
public import Storage
public import Text
public import Time

/// What answers for accounts need.
public struct AccountServices: Sendable {
    let database: Database
    let site: Site
    let catalogue: Catalogue
    let clock: Clock
    let base: WebURL
    let outbox: Outbox
    let passwords: PasswordKeeper
    let sessions: SessionStore
    /// The cookie of a session.
    public let cookie: SessionCookie
    let keys: AccountKeyStore
    let limits: SignInLimitStore
    let secondFactors: SecondFactorStore
    let keepers: [any PersonalDataKeeper]
    /// Whether a mailbox may not open an account. Nobody is told, and nobody who has one is asked.
    let isRefused: @Sendable (String) -> Bool

    /// Services over this database. `keepers` say what every feature stores about a person; accounts are added last, since everything else
    /// hangs on them.
    public init(
        database: Database, site: Site, catalogue: Catalogue, clock: Clock, base: WebURL, secrets: Secrets, outbox: Outbox,
        passwords: PasswordKeeper, keepers: [any PersonalDataKeeper], isRefused: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
        self.database = database
        self.site = site
        self.catalogue = catalogue
        self.clock = clock
        self.base = base
        self.outbox = outbox
        self.keepers = keepers + [AccountData(clock: clock)]
        self.passwords = passwords
        self.isRefused = isRefused
        sessions = SessionStore(clock: clock)
        cookie = SessionCookie(isSecure: base.isSecure)
        keys = AccountKeyStore(clock: clock)
        limits = SignInLimitStore(secrets: secrets, clock: clock)
        secondFactors = SecondFactorStore(secrets: secrets, clock: clock)
    }

    /// The guards of everything that a person must be known for.
    public var guards: PersonGuards {
        PersonGuards(database: database, sessions: sessions, cookie: cookie, site: site)
    }

    func letters(_ language: Language) -> AccountLetters {
        AccountLetters(t: catalogue.translator(for: language), base: base, site: site.settings.name(in: language))
    }
}
