internal import Mail
public import People
public import Storage
internal import Text
internal import Time

/// What campaigns keep about a person: the signatures that were made with the mailbox of their account.
public struct SignatureData: PersonalDataKeeper {
    private let services: CampaignServices

    /// The data of signatures.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    /// Signatures, and what was agreed to with them.
    public static let tables: Set<String> = ["signature", "consent"]

    /// Signatures with everything given and agreed to.
    public func export(_ person: Person, on db: any Reader) throws -> [String: DataValue] {
        let signatures = try services.signatures(of: person, on: db)
        return ["signatures": .list(try signatures.map { try record($0, on: db) })]
    }

    /// Takes signatures back with the account if the person wants that.
    public func erase(_ person: Person, choosing choice: ErasureChoice, on db: any Writer) throws {
        guard choice.withdrawsSignatures else { return }
        for signature in try services.signatures(of: person, on: db) { try services.withdraw(signature, on: db) }
    }

    private func record(_ signature: Signature, on db: any Reader) throws -> DataValue {
        let campaign = try CampaignStore.find(signature.campaign, on: db)
        return .record([
            "campaign": .text(campaign?.slug), "name": .text(signature.name), "mailbox": .text(signature.mailbox),
            "country": .text(signature.country), "town": .text(signature.appearance.town),
            "organisation": .text(signature.appearance.organisation), "sentence": .text(signature.appearance.sentence),
            "shown": .flag(signature.appearance.shown), "language": .text(signature.language.code),
            "signed": .moment(signature.createdAt), "confirmed": .moment(signature.confirmedAt), "removed": .moment(signature.removedAt),
            "consents": .list(try ConsentStore.history(of: SignatureStore.holder(signature.id), on: db)),
        ])
    }
}
