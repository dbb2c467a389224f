internal import Secrets
public import Storage
internal import Time

extension SignatureStore {
    /// Makes a signature count, once, while its campaign is open. True if it counts now, by this call or an earlier one.
    @discardableResult
    public func confirm(_ id: Int64, on db: any Writer) throws -> Bool {
        let row = try db.row(
            """
            UPDATE signature SET confirmed_at = \(clock.now()), removed_at = NULL, removed_why = NULL
            WHERE id = \(id) AND (confirmed_at IS NULL AND removed_at IS NULL OR removed_why = \(Signature.Removal.returned))
                AND EXISTS (SELECT 1 FROM campaign WHERE campaign.id = signature.campaign AND campaign.closed_at IS NULL)
            RETURNING campaign, country
            """)
        guard let row else { return try find(id, on: db)?.stands == true }
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

    /// Confirms by the six digits of any mail still valid. Every try is counted, whoever makes it.
    public func confirm(_ id: Int64, code: ConfirmationCode, on db: any Writer) throws -> CodeOutcome {
        let tried = try db.run(
            "UPDATE signature SET code_tries = code_tries + 1 WHERE id = \(id) AND code_tries < \(Signature.maximumCodeTries)")
        guard tried == 1 else { return .exhausted }
        let valid = try db.rows(
            "SELECT code FROM signature_key WHERE signature = \(id) AND confirms_until > \(clock.now())"
        ).contains { row in
            codes.isCode(try row["code"], for: code.bytes(of: id))
        }
        return try valid && confirm(id, on: db) ? .confirmed : .wrong
    }
}

extension ConfirmationCode {
    /// What is authenticated: the digits together with the signature they are for.
    func bytes(of signature: Int64) -> [UInt8] {
        Array("\(signature):\(digits)".utf8)
    }
}
