public import HTML
internal import Imports
public import Logging
public import Mail
public import Moderation
internal import People
public import Secrets
public import Site
public import Storage
internal import Synchronization
public import Text
public import Time
internal import Web

/// What answers for campaigns need.
public final class CampaignServices: Sendable {
    let database: Database
    let site: Site
    let catalogue: Catalogue
    let clock: Clock
    let base: WebURL
    let secrets: Secrets
    let outbox: Outbox
    /// Signatures in the database.
    public let signatures: SignatureStore
    let sources: SourceWatch
    let blocks: Blocks
    /// More than any coalition runs have room; a bound against slugs that differ in case or marks only.
    private let campaigns: Shelf<String, Campaign>
    private let shownNotices = Mutex<Set<String>>([])
    private let heldRules: Mutex<MailboxRules>
    let logger: Logger

    /// Services over this database; `base` is the site's own address, for links in mails. Reads the rules for mailboxes.
    public init(
        database: Database, site: Site, catalogue: Catalogue, clock: Clock, base: WebURL, secrets: Secrets, outbox: Outbox,
        blocks: Blocks, logger: Logger
    ) async throws {
        self.database = database
        self.site = site
        self.catalogue = catalogue
        self.clock = clock
        self.base = base
        self.secrets = secrets
        self.outbox = outbox
        self.blocks = blocks
        self.logger = logger
        signatures = SignatureStore(clock: clock, secrets: secrets)
        sources = SourceWatch()
        campaigns = Shelf(of: database, until: ["campaigns"])
        heldRules = Mutex(try await database.read { try MailboxRules.read(on: $0) })
        try await keepNotices()
    }

    /// The rules by which mailboxes are compared.
    var rules: MailboxRules {
        heldRules.withLock { $0 }
    }

    /// Reads again what is kept at hand; called when settings or rules may have changed.
    public func refresh() async throws {
        let rules = try await database.read { try MailboxRules.read(on: $0) }
        heldRules.withLock { $0 = rules }
        try await keepNotices()
    }

    /// Why a moderator should look at a form, if what it holds or where it came from is watched for.
    func flag(_ name: String, _ look: Signature.Appearance, mailbox: String, from client: ClientAddress) -> Signature.Flag? {
        let kind =
            blocks.kind(ofMailbox: [mailbox, rules.key(for: mailbox)]) ?? blocks.kind(from: client, writing: [name] + look.texts)
        return switch kind {
        case .mailbox: .blockedMailbox
        case .domain: .blockedDomain
        case .network: .network
        case .word: .word
        case nil: nil
        }
    }

    /// The campaign at that address, or nil. Kept at hand for those who read and sign: reading one with its words takes several questions.
    func campaign(_ slug: String) async throws -> Campaign? {
        try await campaigns.find(slug) { try CampaignStore.find(slug, on: $0) }
    }

    /// Whether words of consent of that version were ever shown by this site. Those shown now are known without asking.
    func isShown(_ version: String) async throws -> Bool {
        if shownNotices.withLock({ $0.contains(version) }) { return true }
        return try await database.read { try ConsentStore.knows(version, on: $0) }
    }

    /// The signatures that were made with the mailbox of a person's account, however its capitals are written.
    func signatures(of person: Person, on db: any Reader) throws -> [Signature] {
        try signatures.all(of: person.mailbox, key: rules.key(for: person.mailbox), on: db)
    }

    /// Writes the first mail for a signature that got none. Nothing happens if it had one, no longer waits, or its campaign is closed.
    func letThrough(_ id: Int64, on db: any Writer) throws {
        guard let signature = try signatures.find(id, on: db), signature.mails == 0, signature.awaitsConfirmation,
            let mailbox = Mailbox(signature.mailbox), let campaign = try CampaignStore.find(signature.campaign, on: db), campaign.isOpen,
            try signatures.countMail(for: id, evenIfRecent: true, on: db)
        else { return }
        let key = try signatures.newKey(for: id, on: db)
        let letters = SignatureLetters(services: self, campaign: campaign, t: catalogue.translator(for: signature.language))
        try outbox.post(letters.confirmation(for: signature, to: mailbox, key), on: db)
    }

    /// Takes a signature back: what is known about the person and what was mailed to them is erased in the same write.
    func withdraw(_ signature: Signature, on db: any Writer) throws {
        try outbox.forget(signature.mailOrigin, to: signature.mailbox, on: db)
        try stopNews(Signature.news, of: signature, on: db)
        try signatures.withdraw(signature.id, on: db)
        try ImportStore.forget(mailbox: signature.mailbox, in: SignatureImport.kind, on: db)
        try AuditStore.forget(.init("signature", signature.id), on: db)
    }

    /// The words of consent in force for readers of that language.
    func notice(_ t: Translator) -> Notice {
        SigningNotice.notice(t, responsible: site.settings.responsible(in: t.language))
    }

    /// Keeps the words of consent that this program shows, in every language. Writes only what is new.
    private func keepNotices() async throws {
        let notices = Language.interface.map { notice(catalogue.translator(for: $0)) }
        let now = clock.now()
        let new = try await database.read { db in try notices.filter { try !ConsentStore.knows($0.version, on: db) } }
        if !new.isEmpty {
            try await database.write { db in
                for notice in new { try ConsentStore.keep(notice, at: now, on: db) }
            }
        }
        shownNotices.withLock { $0.formUnion(notices.map(\.version)) }
    }
}
