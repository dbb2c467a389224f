public import Mail
public import Storage

/// What returned mail means for a signature: it leaves the count.
public struct SignatureReturns: ReturnHandler {
    private let signatures: SignatureStore

    /// Acts on signatures through this store.
    public init(_ signatures: SignatureStore) {
        self.signatures = signatures
    }

    /// Takes the signature that the mail was for out of the count. Mail about anything else is not its business.
    public func returned(_ origin: MailOrigin, mailbox: String, on db: any Writer) throws {
        guard origin.kind == "signature", try signatures.find(origin.id, on: db)?.removedAt == nil else { return }
        try signatures.remove(origin.id, why: .returned, on: db)
    }
}
