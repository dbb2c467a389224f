internal import People
public import Secrets
internal import Storage
public import Time

/// All SQL about signatures: `+Signing` puts them down, `+Confirming`, `+Changing`, `+Reading`, `+Reminding` and `+Forgetting` do the rest.
public struct SignatureStore: Sendable {
    let clock: Clock
    let codes: PurposeKey
    let withdrawals: PurposeKey

    /// A store whose codes are made with the site's secret.
    public init(clock: Clock, secrets: Secrets) {
        self.clock = clock
        self.codes = secrets.key(for: "campaigns.code")
        self.withdrawals = secrets.key(for: "campaigns.withdrawal")
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

    /// Counts another mail about a signature, if one may be sent now. Checked and counted in one statement, so that forms sent at once
    /// cause one mail. One that no mail was sent for, such as those of earlier lists, need not wait. Wrong codes typed before are forgotten.
    func countMail(for id: Int64, evenIfRecent: Bool = false, on db: any Writer) throws -> Bool {
        let now = clock.now()
        return try db.run(
            """
            UPDATE signature SET mails = mails + 1, mailed_at = \(now), code_tries = 0
            WHERE id = \(id) AND mails < \(Signature.maximumMails)
                AND (mails = 0 OR mailed_at <= \(evenIfRecent ? now : now - Signature.sameForm))
            """) == 1
    }

    /// A link and a code for a signature. The token itself is nowhere kept.
    func newKey(for id: Int64, on db: any Writer) throws -> SignatureKey {
        let key = SignatureKey.random()
        try keep([(id, key)], on: db)
        return key
    }

    /// Keeps what links and codes are recognised by.
    func keep(_ keys: [(signature: Int64, key: SignatureKey)], on db: any Writer) throws {
        guard !keys.isEmpty else { return }
        let until = clock.now() + Signature.confirmsFor
        let rows: [[any SQLEncodable]] = keys.map { id, key in
            [key.token.hash, id, codes.code(for: key.code.bytes(of: id)), until]
        }
        try db.runLater("INSERT INTO signature_key (hash, signature, code, confirms_until) \(values: rows)")
    }

    func consents(of signature: Signature, on db: any Reader) throws -> Set<Purpose> {
        try ConsentStore.current(of: Self.holder(signature.id), on: db)
    }

    static func holder(_ id: Int64) -> ConsentStore.Holder { .init("signature", id) }
}
