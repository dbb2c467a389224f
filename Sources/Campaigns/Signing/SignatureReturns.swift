public import Mail
public import Storage

extension Signature {
    /// What messages about signatures are posted for.
    static let mailKind = "signature"

    /// What messages about this signature are posted for.
    var mailOrigin: MailOrigin { MailOrigin(kind: Self.mailKind, id: id) }
}

/// What returned mail means for signatures: a mailbox that is gone proves none of them any more, so they leave the count.
public struct SignatureReturns: ReturnHandler {
    private let signatures: SignatureStore

    /// Acts on signatures through this store.
    public init(_ signatures: SignatureStore) {
        self.signatures = signatures
    }

    /// Takes every signature with exactly that mailbox out of the count, whatever name and campaign it is for and whatever mail it was that
    /// came back.
    public func returned(_ origin: MailOrigin, mailbox: String, on db: any Writer) throws {
        let key = try MailboxRules.read(on: db).key(for: mailbox)
        let found = try signatures.all(of: mailbox, key: key, on: db).filter { $0.mailbox == mailbox && $0.removedAt == nil }
        for signature in found.sorted(by: { $0.id < $1.id }) { try signatures.remove(signature.id, why: .returned, on: db) }
    }
}
