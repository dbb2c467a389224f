internal import Imports
internal import Mail
internal import People
internal import Secrets
internal import Storage
internal import Text
internal import Time

extension SignatureStore {
    /// Who signed a campaign: mailbox and name in the forms that all ways of writing share.
    struct Known: Hashable {
        let mailboxKey: String
        let nameKey: String

        init(mailboxKey: String, nameKey: String) {
            self.mailboxKey = mailboxKey
            self.nameKey = nameKey
        }

        init(_ signer: EarlierSignature) {
            self.init(mailboxKey: signer.mailboxKey, nameKey: signer.nameKey)
        }
    }

    /// Which of these signed already, were taken out since or took their signature back. One that was never confirmed was proven by nobody and
    /// keeps nobody out.
    func known(_ signers: [EarlierSignature], under campaign: Int64, on db: any Reader) throws -> [Known: Signature.Removal?] {
        guard !signers.isEmpty else { return [:] }
        let marks = Dictionary(
            signers.map { (withdrawalMark(under: campaign, mailbox: $0.mailbox.address, nameKey: $0.nameKey), Known($0)) },
            uniquingKeysWith: { first, _ in first })
        let mailboxKeys = Array(Set(signers.map(\.mailboxKey))) + marks.keys
        return try db.rows(
            """
            SELECT mailbox_key, name_key, removed_why FROM signature
            WHERE campaign = \(campaign) AND mailbox_key IN \(list: mailboxKeys) AND (confirmed_at IS NOT NULL OR removed_at IS NOT NULL)
            """
        ).reduce(into: [:]) { known, row in
            let removal: Signature.Removal? = try row["removed_why"]
            let person = try Known(mailboxKey: row["mailbox_key"], nameKey: row["name_key"])
            // Who signed again after taking it back has signed.
            if let withdrawn = marks[person.mailboxKey] {
                if known[withdrawn] == nil { known.updateValue(removal, forKey: withdrawn) }
            } else {
                known.updateValue(removal, forKey: person)
            }
        }
    }

    /// Erases the signatures of these people that nobody confirmed, so that what a list proves takes their place. Returns them, so that what
    /// was mailed about them is forgotten too.
    func makeWay(for signers: [EarlierSignature], under campaign: Int64, on db: any Writer) throws -> [Signature] {
        let brought = Set(signers.map(Known.init))
        guard !brought.isEmpty else { return [] }
        let waiting = try db.rows(
            """
            SELECT id, mailbox_key, name_key FROM signature
            WHERE campaign = \(campaign) AND mailbox_key IN \(list: Set(brought.map(\.mailboxKey)).sorted())
                AND confirmed_at IS NULL AND removed_at IS NULL
            ORDER BY id
            """
        ).compactMap { row -> Int64? in
            brought.contains(try Known(mailboxKey: row["mailbox_key"], nameKey: row["name_key"])) ? try row["id"] : nil
        }
        return try waiting.compactMap { id in
            // Somebody may confirm this moment: then it stays, and the line is overtaken.
            guard let signature = try find(id, on: db),
                try db.run("DELETE FROM signature WHERE id = \(id) AND confirmed_at IS NULL AND removed_at IS NULL") == 1
            else { return nil }
            try ConsentStore.erase(of: Self.holder(id), on: db)
            try db.run("DELETE FROM signature_key WHERE signature = \(id)")
            return signature
        }
    }

    /// Puts down people who signed elsewhere: they count from now, with the consent they gave, and nothing is mailed. Whoever signed meanwhile is left out.
    /// Answers the key and the trace of each that was added, by line.
    static func add(_ signers: [EarlierSignature], under campaign: Int64, at now: Instant, on db: any Writer) throws -> [Int: (
        id: Int64, trace: String
    )] {
        guard !signers.isEmpty else { return [:] }
        let rows = signers.map { each -> [any SQLEncodable] in
            let signedAt = each.signedAt(or: now)
            return [
                campaign, each.name, each.nameKey, each.mailbox.address, each.mailboxKey, each.country, each.appearance.town,
                each.appearance.organisation, each.appearance.sentence, each.language.code, each.appearance.shown, signedAt, signedAt, 0,
                now, 0,
            ]
        }
        let added = try db.rows(
            """
            WITH brought (campaign, name, name_key, mailbox, mailbox_key, country, town, organisation, sentence, language, shown, created_at,
                confirmed_at, mails, mailed_at, code_tries) AS (\(values: rows))
            INSERT INTO signature (campaign, name, name_key, mailbox, mailbox_key, country, town, organisation, sentence, language, shown,
                created_at, confirmed_at, mails, mailed_at, code_tries)
            SELECT campaign, name, name_key, mailbox, mailbox_key, country, town, organisation, sentence, language, shown, created_at,
                confirmed_at, mails, mailed_at, code_tries
            FROM brought WHERE 1 = 1
            ON CONFLICT (campaign, mailbox_key, name_key) DO NOTHING
            RETURNING id, mailbox_key, name_key
            """)
        let ids: [Known: Int64] = try added.reduce(into: [:]) { ids, row in
            ids[try Known(mailboxKey: row["mailbox_key"], nameKey: row["name_key"])] = try row["id"]
        }
        let new = signers.compactMap { each in ids[Known(mailboxKey: each.mailboxKey, nameKey: each.nameKey)].map { (id: $0, signer: each) }
        }
        try keepConsents(new, at: now, on: db)
        for (country, people) in Dictionary(grouping: new, by: \.signer.country).sorted(by: { $0.key < $1.key }) {
            try TallyStore.change(campaign, country: country, by: people.count, on: db)
        }
        db.touch(Campaign.topic(campaign))
        let signatures = try traces(of: new.map(\.id), on: db)
        return Dictionary(
            new.map { ($0.signer.number, ($0.id, signatures[$0.id]?.trace ?? "")) }, uniquingKeysWith: { first, _ in first })
    }

    /// Each consent under the words that were agreed to, as of the day it was given.
    private static func keepConsents(_ new: [(id: Int64, signer: EarlierSignature)], at now: Instant, on db: any Writer) throws {
        let given = new.compactMap { each in each.signer.consent.map { (id: each.id, consent: $0) } }
        for notice in Set(given.map(\.consent.notice)) { try ConsentStore.keep(notice, at: now, on: db) }
        for (day, consents) in Dictionary(grouping: given, by: \.consent.when) {
            try ConsentStore.give(
                consents.map { .init($0.consent.purposes, by: holder($0.id), notice: $0.consent.notice.version) }, at: day.start, on: db)
        }
    }

    /// A signature that a list brought, as it is now.
    struct Trace: Sendable {
        let country: String
        let stands: Bool
        let trace: String
    }

    /// How signatures are now: any change by their person, any mail to them and any decision about them makes another trace.
    static func traces(of ids: [Int64], on db: any Reader) throws -> [Int64: Trace] {
        guard !ids.isEmpty else { return [:] }
        let consents = Dictionary(
            grouping: try db.rows(
                """
                SELECT holder, purpose, withdrawn_at FROM consent
                WHERE holder IN \(list: ids) AND holder_kind = 'signature' ORDER BY purpose, id
                """
            ).map { row -> (holder: Int64, purpose: String) in
                // One that was taken back leaves its mark, also if it was given again: no list brings such.
                let withdrawnAt: Instant? = try row["withdrawn_at"]
                return (try row["holder"], (withdrawnAt == nil ? "" : "-") + (try row["purpose"] as String))
            }, by: \.holder)
        return try db.rows(
            """
            SELECT id, name, mailbox, country, town, organisation, sentence, language, shown, mails, flag, removed_why, confirmed_at
            FROM signature WHERE id IN \(list: ids)
            """
        ).reduce(into: [:]) { traces, row in
            let id: Int64 = try row["id"]
            let removed: String? = try row["removed_why"]
            let confirmedAt: Int64? = try row["confirmed_at"]
            let mails: Int = try row["mails"]
            let isShown: Bool = try row["shown"]
            let words: [String?] = try [
                row["name"], row["mailbox"], row["country"], row["town"], row["organisation"], row["sentence"], row["language"],
                row["flag"], removed,
            ]
            let purposes = (consents[id] ?? []).map(\.purpose).joined(separator: " ")
            let text = (words.map { $0 ?? "" } + ["\(mails)", "\(isShown)", purposes]).joined(separator: "\n")
            traces[id] = Trace(
                country: try row["country"], stands: removed == nil && confirmedAt != nil,
                trace: Digest.hex(text.utf8, first: 12))
        }
    }

    /// Takes signatures out as if they had never been brought: they leave the count, their consents go with them.
    static func erase(_ ids: [Int64: Trace], under campaign: Int64, on db: any Writer) throws {
        guard !ids.isEmpty else { return }
        let keys = ids.keys.sorted()
        try db.run("DELETE FROM consent WHERE holder_kind = 'signature' AND holder IN \(list: keys)")
        try db.run("DELETE FROM signature_key WHERE signature IN \(list: keys)")
        try db.run("DELETE FROM signature WHERE id IN \(list: keys)")
        for (country, people) in Dictionary(grouping: ids.values.filter(\.stands), by: \.country).sorted(by: { $0.key < $1.key }) {
            try TallyStore.change(campaign, country: country, by: -people.count, on: db)
        }
        db.touch(Campaign.topic(campaign))
    }
}
