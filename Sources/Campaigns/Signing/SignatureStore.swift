internal import Mail
public import People
public import Secrets
public import Storage
internal import Text
public import Time

/// All SQL about signatures.
public struct SignatureStore: Sendable {
    private let clock: Clock
    private let codes: PurposeKey

    /// A store whose codes are made with the site's secret.
    public init(clock: Clock, secrets: Secrets) {
        self.clock = clock
        self.codes = secrets.key(for: "signature-code")
    }

    /// What became of a form: the signature it led to, and the mail that is due for it, if any.
    public struct Outcome: Sendable {
        /// The signature, new or already there.
        public let signature: Int64
        /// What to mail, or nil when a mail was just sent, too many were, or a moderator looks first.
        public let mail: Mail?

        /// A mail that is due.
        public enum Mail: Sendable {
            /// Link and code that confirm.
            case confirmation(SignatureKey)
            /// Word that they signed already, with the link to change or withdraw.
            case alreadySigned(SignatureKey)
        }
    }

    /// Puts a name under a campaign. The same name from the same mailbox, however written, leads to the signature that is there.
    public func sign(_ form: SignatureForm, mailboxKey: String, source: [UInt8]?, flag: String?, on db: any Writer) throws -> Outcome {
        let now = clock.now()
        let nameKey = Folding.key(form.name)
        let added = try db.row(
            """
            INSERT INTO signature (campaign, name, name_key, mailbox, mailbox_key, country, town, organisation, sentence, language, shown,
                source, flag, created_at, mails, mailed_at, code_tries)
            VALUES (\(form.campaign), \(form.name), \(nameKey), \(form.mailbox.address), \(mailboxKey), \(form.country),
                \(form.appearance.town), \(form.appearance.organisation), \(form.appearance.sentence), \(form.language.code),
                \(form.appearance.shown), \(source),
                CASE WHEN (SELECT count(*) FROM signature WHERE campaign = \(form.campaign) AND mailbox_key = \(mailboxKey))
                    >= \(Signature.namesPerMailbox) THEN 'mailbox' ELSE \(flag) END,
                \(now), 1, \(now), 0)
            ON CONFLICT (campaign, mailbox_key, name_key) DO NOTHING
            RETURNING id, flag
            """)
        guard let added else { return try signAgain(form, mailboxKey: mailboxKey, nameKey: nameKey, on: db) }
        let id: Int64 = try added["id"]
        try ConsentStore.give(form.purposes, by: Self.holder(id), notice: form.notice, at: now, on: db)
        let waits: String? = try added["flag"]
        if waits == "mailbox" { return Outcome(signature: id, mail: nil) }
        return Outcome(signature: id, mail: .confirmation(try newKey(for: id, on: db)))
    }

    private func signAgain(_ form: SignatureForm, mailboxKey: String, nameKey: String, on db: any Writer) throws -> Outcome {
        let found = try signature(
            "campaign = \(form.campaign) AND mailbox_key = \(mailboxKey) AND name_key = \(nameKey)", on: db)
        guard let found else { throw CampaignError.notWritten(mailboxKey) }
        let justMailed = clock.now() - found.mailedAt < Signature.sameForm
        guard !justMailed, found.mails < Signature.maximumMails, found.removedWhy != .refused else {
            return Outcome(signature: found.id, mail: nil)
        }
        let key = try keyForAnotherMail(found.id, on: db)
        return Outcome(signature: found.id, mail: found.stands ? .alreadySigned(key) : .confirmation(key))
    }

    /// A further mail about a signature: counts it, and makes link and code anew. Wrong codes typed before are forgotten.
    func keyForAnotherMail(_ id: Int64, on db: any Writer) throws -> SignatureKey {
        try db.run("UPDATE signature SET mails = mails + 1, mailed_at = \(clock.now()), code_tries = 0 WHERE id = \(id)")
        return try newKey(for: id, on: db)
    }

    private func newKey(for id: Int64, on db: any Writer) throws -> SignatureKey {
        let key = SignatureKey(token: .random(), code: .random())
        try db.run(
            """
            INSERT INTO signature_key (hash, signature, code, confirms_until)
            VALUES (\(key.token.hash), \(id), \(mac(key.code, id)), \(clock.now() + Signature.confirmsFor))
            """)
        return key
    }

    private func mac(_ code: ConfirmationCode, _ id: Int64) -> [UInt8] {
        codes.code(for: Array("\(id):\(code.digits)".utf8))
    }

    /// The signature a mailed link leads to, and until when the link confirms; nil for a link that nobody was sent.
    public func find(_ token: Token, on db: any Reader) throws -> (signature: Signature, confirmsUntil: Instant)? {
        let key = try db.row("SELECT signature, confirms_until FROM signature_key WHERE hash = \(token.hash)")
        guard let key, let found = try signature("id = \(try key["signature"] as Int64)", on: db) else { return nil }
        return (found, try key["confirms_until"])
    }

    /// The signature with that key, or nil.
    public func find(_ id: Int64, on db: any Reader) throws -> Signature? {
        try signature("id = \(id)", on: db)
    }

    /// Makes a signature count, once. False if it counts already or may not.
    @discardableResult
    public func confirm(_ id: Int64, on db: any Writer) throws -> Bool {
        let row = try db.row(
            """
            UPDATE signature SET confirmed_at = \(clock.now()), removed_at = NULL, removed_why = NULL
            WHERE id = \(id) AND (confirmed_at IS NULL AND removed_at IS NULL OR removed_why = 'returned')
            RETURNING campaign, country
            """)
        guard let row else { return false }
        try TallyStore.change(try row["campaign"], country: try row["country"], by: 1, on: db)
        return true
    }

    /// What became of a code that was typed.
    public enum CodeOutcome: Sendable, Hashable {
        /// It was right: the signature counts.
        case confirmed
        /// It was wrong, or no longer valid.
        case wrong
        /// Too many wrong ones were typed: only the link helps, or another mail.
        case exhausted
    }

    /// Confirms by the six digits of any mail still valid. Every wrong try is counted, whoever makes it.
    public func confirm(_ id: Int64, code: ConfirmationCode, on db: any Writer) throws -> CodeOutcome {
        let tried = try db.row(
            """
            UPDATE signature SET code_tries = code_tries + 1 WHERE id = \(id) AND code_tries < \(Signature.maximumCodeTries)
            RETURNING code_tries
            """)
        guard tried != nil else { return .exhausted }
        let valid = try db.rows(
            "SELECT code FROM signature_key WHERE signature = \(id) AND confirms_until > \(clock.now())"
        ).contains { row in
            codes.isCode(try row["code"], for: Array("\(id):\(code.digits)".utf8))
        }
        guard valid, try find(id, on: db)?.awaitsConfirmation == true else { return .wrong }
        try confirm(id, on: db)
        return .confirmed
    }

    /// Changes what is shown of a signature that stands, and which news the person wants.
    public func change(
        _ signature: Signature, to appearance: Signature.Appearance, news: Set<Purpose>, notice: String, on db: any Writer
    ) throws {
        try db.run(
            """
            UPDATE signature SET town = \(appearance.town), organisation = \(appearance.organisation),
                sentence = \(appearance.sentence), shown = \(appearance.shown) WHERE id = \(signature.id)
            """)
        let holder = Self.holder(signature.id)
        let current = try ConsentStore.current(of: holder, on: db)
        let offered: Set<Purpose> = [.campaignNews, .coalitionNews]
        try ConsentStore.withdraw(Array(offered.intersection(current).subtracting(news)), by: holder, at: clock.now(), on: db)
        try ConsentStore.give(Array(news.subtracting(current)), by: holder, notice: notice, at: clock.now(), on: db)
        db.touch("campaign/\(signature.campaign)")
    }

    /// Takes a signature back: it leaves the count, and everything about the person is erased at once.
    public func withdraw(_ signature: Signature, on db: any Writer) throws {
        try remove(signature.id, why: .withdrawn, on: db)
        try db.run(
            """
            UPDATE signature SET name = '', name_key = '', mailbox = '', mailbox_key = \("withdrawn:\(signature.id)"), town = NULL,
                organisation = NULL, sentence = NULL, shown = 0, source = NULL WHERE id = \(signature.id)
            """)
        try ConsentStore.withdraw(Purpose.allCases, by: Self.holder(signature.id), at: clock.now(), on: db)
        db.touch("campaign/\(signature.campaign)")
    }

    /// Takes a signature out of the count, keeping its row. One that was returned may be withdrawn or refused later; it counts no less for that.
    public func remove(_ id: Int64, why: Signature.Removal, on db: any Writer) throws {
        let standing = try db.row(
            """
            UPDATE signature SET removed_at = \(clock.now()), removed_why = \(why.rawValue)
            WHERE id = \(id) AND confirmed_at IS NOT NULL AND removed_at IS NULL RETURNING campaign, country
            """)
        if let standing {
            try TallyStore.change(try standing["campaign"], country: try standing["country"], by: -1, on: db)
        } else {
            try db.run(
                """
                UPDATE signature SET removed_at = \(clock.now()), removed_why = \(why.rawValue)
                WHERE id = \(id) AND (removed_at IS NULL OR removed_why = 'returned')
                """)
        }
    }

    /// Refuses every standing signature that came from one flood, and returns how many.
    public func refuseAll(campaign: Int64, flag: String, on db: any Writer) throws -> Int {
        let left = try db.rows(
            """
            SELECT country, count(*) AS people FROM signature
            WHERE campaign = \(campaign) AND flag = \(flag) AND confirmed_at IS NOT NULL AND removed_at IS NULL GROUP BY country
            """)
        for row in left {
            let people: Int = try row["people"]
            try TallyStore.change(campaign, country: try row["country"], by: -people, on: db)
        }
        return try db.run(
            """
            UPDATE signature SET removed_at = \(clock.now()), removed_why = 'refused'
            WHERE campaign = \(campaign) AND flag = \(flag) AND removed_at IS NULL
            """)
    }

    static func holder(_ id: Int64) -> ConsentStore.Holder { .init("signature", id) }
}
