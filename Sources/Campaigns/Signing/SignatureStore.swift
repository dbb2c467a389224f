internal import Mail
internal import People
public import Secrets
public import Storage
internal import Text
public import Time

/// All SQL about signatures: this file puts them down, `+Confirming`, `+Changing`, `+Reading`, `+Reminding` and `+Forgetting` do the rest.
public struct SignatureStore: Sendable {
    let clock: Clock
    let codes: PurposeKey

    /// A store whose codes are made with the site's secret.
    public init(clock: Clock, secrets: Secrets) {
        self.clock = clock
        self.codes = secrets.key(for: "campaigns.code")
    }

    /// What became of a form: the signature it led to, and the mail that is due for it, if any.
    public struct Outcome: Sendable {
        /// The signature, new or already there.
        public let signature: Int64
        /// What to mail, or nil when it was just mailed, too many were, or its mailbox signed with many names today.
        public let mail: Mail?

        /// A mail that is due, always to the mailbox that the signature has, however the form wrote it.
        public enum Mail: Sendable {
            /// Link and code that confirm.
            case confirmation(SignatureKey, to: String)
            /// Word that they signed already, with the link to change or withdraw.
            case alreadySigned(SignatureKey, to: String)
        }
    }

    /// Puts a name under a campaign. The same name from the same mailbox, however written, leads to the signature that is there.
    public func sign(
        _ form: SignatureForm, mailboxKey: String, source: [UInt8]?, flag: Signature.Flag?, on db: any Writer
    ) throws -> Outcome {
        let now = clock.now()
        let nameKey = Folding.key(form.name)
        let added = try db.row(
            """
            INSERT INTO signature (campaign, name, name_key, mailbox, mailbox_key, country, town, organisation, sentence, language, shown,
                source, flag, created_at, mails, mailed_at, code_tries)
            VALUES (\(form.campaign), \(form.name), \(nameKey), \(form.mailbox.address), \(mailboxKey), \(form.country),
                \(form.appearance.town), \(form.appearance.organisation), \(form.appearance.sentence), \(form.language.code),
                \(form.appearance.shown), \(source),
                CASE WHEN \(sql: namesToday(form.campaign, mailboxKey)) >= \(Signature.namesPerMailboxAndDay)
                    THEN \(Signature.Flag.mailbox) ELSE \(flag) END,
                \(now), 1, \(now), 0)
            ON CONFLICT (campaign, mailbox_key, name_key) DO NOTHING
            RETURNING id, flag
            """)
        guard let added else { return try signAgain(form, mailboxKey: mailboxKey, nameKey: nameKey, on: db) }
        let id: Int64 = try added["id"]
        try ConsentStore.give(form.purposes, by: Self.holder(id), notice: form.notice, at: now, on: db)
        let raised: Signature.Flag? = try added["flag"]
        if raised == .mailbox {
            try db.run("UPDATE signature SET mails = 0 WHERE id = \(id)")
            return Outcome(signature: id, mail: nil)
        }
        return Outcome(signature: id, mail: .confirmation(try newKey(for: id, on: db), to: form.mailbox.address))
    }

    /// A form for a signature that is there. While it waits, the latest answers hold, and a mail says which they are; the codes of earlier
    /// mails end, so that nobody confirms words that somebody else sent meanwhile.
    private func signAgain(_ form: SignatureForm, mailboxKey: String, nameKey: String, on db: any Writer) throws -> Outcome {
        let found = try signature(
            "campaign = \(form.campaign) AND mailbox_key = \(mailboxKey) AND name_key = \(nameKey)", on: db)
        guard let found else { throw CampaignError.signatureVanished(campaign: form.campaign) }
        let silent = Outcome(signature: found.id, mail: nil)
        guard found.removedWhy != .refused else { return silent }
        if found.mails == 0 {
            let names: Int? = try db.value("SELECT \(sql: namesToday(form.campaign, mailboxKey))")
            guard let names, names < Signature.namesPerMailboxAndDay else { return silent }
        }
        let isChanged = try found.awaitsConfirmation && (found.answers != form.answers || consents(of: found, on: db) != Set(form.purposes))
        guard try countMail(for: found.id, evenIfRecent: isChanged, on: db) else { return silent }
        if isChanged { try replaceAnswers(of: found, by: form, on: db) }
        let key = try newKey(for: found.id, on: db)
        return Outcome(
            signature: found.id,
            mail: found.stands ? .alreadySigned(key, to: found.mailbox) : .confirmation(key, to: found.mailbox))
    }

    /// How many names of a mailbox were mailed to within a day.
    private func namesToday(_ campaign: Int64, _ mailboxKey: String) -> SQL {
        """
        (SELECT count(*) FROM signature
            WHERE campaign = \(campaign) AND mailbox_key = \(mailboxKey) AND mails > 0 AND mailed_at > \(clock.now() - .days(1)))
        """
    }

    private func replaceAnswers(of found: Signature, by form: SignatureForm, on db: any Writer) throws {
        try db.run(
            """
            UPDATE signature SET country = \(form.country), town = \(form.appearance.town), organisation = \(form.appearance.organisation),
                sentence = \(form.appearance.sentence), shown = \(form.appearance.shown), language = \(form.language.code)
            WHERE id = \(found.id)
            """)
        try db.run("DELETE FROM signature_key WHERE signature = \(found.id)")
        try ConsentStore.erase(of: Self.holder(found.id), on: db)
        try ConsentStore.give(form.purposes, by: Self.holder(found.id), notice: form.notice, at: clock.now(), on: db)
    }

    /// Counts another mail about a signature, if one may be sent now. Checked and counted in one statement, so that forms sent at once
    /// cause one mail. Wrong codes typed before are forgotten.
    func countMail(for id: Int64, evenIfRecent: Bool = false, on db: any Writer) throws -> Bool {
        let now = clock.now()
        return try db.run(
            """
            UPDATE signature SET mails = mails + 1, mailed_at = \(now), code_tries = 0
            WHERE id = \(id) AND mails < \(Signature.maximumMails)
                AND mailed_at <= \(evenIfRecent ? now : now - Signature.sameForm)
            """) == 1
    }

    /// A link and a code for a signature. The token itself is nowhere kept.
    func newKey(for id: Int64, on db: any Writer) throws -> SignatureKey {
        let key = SignatureKey(token: .random(), code: .random())
        try db.runLater(
            """
            INSERT INTO signature_key (hash, signature, code, confirms_until)
            VALUES (\(key.token.hash), \(id), \(codes.code(for: key.code.bytes(of: id))), \(clock.now() + Signature.confirmsFor))
            """)
        return key
    }

    func consents(of signature: Signature, on db: any Reader) throws -> Set<Purpose> {
        try ConsentStore.current(of: Self.holder(signature.id), on: db)
    }

    static func holder(_ id: Int64) -> ConsentStore.Holder { .init("signature", id) }
}
