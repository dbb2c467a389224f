internal import Mail
internal import People
public import Storage
internal import Text
internal import Time

extension SignatureStore {
    /// Puts a name under a campaign. The same name from the same mailbox, however written, leads to the signature that is there.
    public func sign(_ form: SentForm, on db: any Writer) throws -> Outcome {
        try add([form], on: db)[form.signer] ?? signAgain(form, on: db)
    }

    /// As `sign`, for many forms at once: a statement serves all that are new. Answers each form, in their order.
    public func sign(_ forms: [SentForm], on db: any Writer) throws -> [Outcome] {
        var signers: Set<SentForm.Signer> = []
        let isFirst = forms.map { signers.insert($0.signer).inserted }
        let added = try add(zip(forms, isFirst).filter(\.1).map(\.0), on: db)
        return try zip(forms, isFirst).map { form, isFirst in
            // The names of a mailbox are counted in the database: its further forms come after its first.
            guard isFirst else { return try sign(form, on: db) }
            return try added[form.signer] ?? signAgain(form, on: db)
        }
    }

    /// Adds the signatures that are new; no two of the forms may come from one signer.
    private func add(_ forms: [SentForm], on db: any Writer) throws -> [SentForm.Signer: Outcome] {
        guard !forms.isEmpty else { return [:] }
        let now = clock.now()
        let forms = Dictionary(uniqueKeysWithValues: forms.map { ($0.signer, $0) })
        // In one order, so that of two nodes that add the same ones one waits for the other, and not each for each.
        let rows = forms.keys.sorted().compactMap { forms[$0]?.row }
        var new: [(id: Int64, form: SentForm, key: SignatureKey?)] = []
        let added = try db.rows(
            """
            WITH sent (campaign, name, name_key, mailbox, mailbox_key, country, town, organisation, sentence, language, shown, source, flag)
                AS (\(values: rows))
            INSERT INTO signature (campaign, name, name_key, mailbox, mailbox_key, country, town, organisation, sentence, language, shown,
                source, flag, created_at, mails, mailed_at, code_tries)
            SELECT campaign, name, name_key, mailbox, mailbox_key, country, town, organisation, sentence, language, shown, source,
                CASE WHEN \(sql: namesToday("sent.campaign", "sent.mailbox_key")) >= \(Signature.namesPerMailboxAndDay)
                    THEN \(Signature.Flag.mailbox) ELSE flag END,
                \(now), 1, \(now), 0
            FROM sent WHERE 1 = 1
            ON CONFLICT (campaign, mailbox_key, name_key) DO NOTHING
            RETURNING id, campaign, mailbox_key, flag
            """)
        for row in added {
            let signer = try SentForm.Signer(campaign: row["campaign"], mailboxKey: row["mailbox_key"])
            guard let form = forms[signer] else { continue }
            let flag: Signature.Flag? = try row["flag"]
            new.append((try row["id"], form, flag?.isSilent == true ? nil : .random()))
        }
        let consents = new.map { id, form, _ in
            ConsentStore.Given(form.form.purposes, by: Self.holder(id), notice: form.form.notice)
        }
        try ConsentStore.give(consents, at: now, on: db)
        try keep(new.compactMap { id, _, key in key.map { (id, $0) } }, on: db)
        let silent = new.filter { $0.key == nil }.map(\.id)
        if !silent.isEmpty { try db.run("UPDATE signature SET mails = 0 WHERE id IN \(list: silent)") }
        return Dictionary(
            uniqueKeysWithValues: new.map { id, form, key in
                (form.signer, Outcome(signature: id, mail: key.map { .confirmation($0, to: form.form.mailbox.address) }))
            })
    }

    /// A form for a signature that is there. While it waits, the latest answers hold, and a mail says which they are; the codes of earlier
    /// mails end, so that nobody confirms words that somebody else sent meanwhile.
    private func signAgain(_ sent: SentForm, on db: any Writer) throws -> Outcome {
        let form = sent.form
        let found = try signature(
            "campaign = \(form.campaign) AND mailbox_key = \(sent.mailboxKey) AND name_key = \(sent.nameKey)", on: db)
        guard let found else { throw CampaignError.signatureVanished(campaign: form.campaign) }
        let silent = Outcome(signature: found.id, mail: nil)
        guard found.removedWhy != .refused, sent.flag?.isSilent != true else { return silent }
        if found.mails == 0 {
            let names: Int? = try db.value("SELECT \(sql: namesToday("\(form.campaign)", "\(sent.mailboxKey)"))")
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
    func namesToday(_ campaign: SQL, _ mailboxKey: SQL) -> SQL {
        """
        (SELECT count(*) FROM signature AS other
            WHERE other.campaign = \(sql: campaign) AND other.mailbox_key = \(sql: mailboxKey)
                AND other.mails > 0 AND other.mailed_at > \(clock.now() - .days(1)))
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
}
