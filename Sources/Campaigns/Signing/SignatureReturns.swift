public import Mail
public import Storage

extension Signature {
    /// What messages about signatures are posted for.
    static let mailKind = "signature"

    /// What messages about this signature are posted for.
    var mailOrigin: MailOrigin { MailOrigin(kind: Self.mailKind, id: id) }
}

/// What returned mail means for a signature: it leaves the count.
public struct SignatureReturns: ReturnHandler {
    private let signatures: SignatureStore

    /// Acts on signatures through this store.
    public init(_ signatures: SignatureStore) {
        self.signatures = signatures
    }

    /// Takes the signature that the mail was for out of the count. Mail about anything else is not its business.
    public func returned(_ origin: MailOrigin, mailbox: String, on db: any Writer) throws {
        guard origin.kind == Signature.mailKind, let found = try signatures.find(origin.id, on: db) else { return }
        // Only the mailbox that the signature has now: a message may have gone to an earlier one.
        guard found.removedAt == nil, found.mailbox == mailbox else { return }
        try signatures.remove(origin.id, why: .returned, on: db)
    }
}
