internal import Design
internal import HTML
public import People
internal import Storage
public import Text
public import Web

/// Answers for the signatures that a signed-in person made with the mailbox of their account.
public struct MySignaturesHandlers: Sendable {
    private let services: CampaignServices

    /// Handlers with these services.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    /// All of them, with what is shown and what can be changed.
    public func index(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let mine = try await services.database.read { [services] db in
            try services.signatures(of: signedIn.person, on: db).compactMap { signature in
                try CampaignStore.find(signature.campaign, on: db).map { MySignature(signature: signature, campaign: $0) }
            }
        }
        let hasChanged = visit.query("done") == "1"
        return .page(MySignaturesPages.index(mine, hasChanged: hasChanged, zone: signedIn.person.timeZone, visit.translator))
            .withoutIndexing()
    }

    /// One of them with its form.
    public func show(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let (mine, agreed) = try await find(id, signedIn)
        let state = FormState(mine.signature, agreed)
        return .page(
            MySignaturesPages.change(mine, agreed: agreed, notice: services.notice(visit.translator), state, visit.translator)
        ).withoutIndexing()
    }

    /// What is shown, and which news are wanted.
    public func change(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let (mine, had) = try await find(id, signedIn)
        let form = try await ChangeForm.decode(visit, had: had, services)
        guard form.check.isClean else {
            let state = FormState(form.check, "campaigns", visit.translator)
            return .page(
                MySignaturesPages.change(mine, agreed: had, notice: services.notice(visit.translator), state, visit.translator),
                status: .unprocessable
            ).withoutIndexing()
        }
        try await services.database.write { [services] db in
            try services.change(mine.signature, to: form, on: db)
        }
        return .redirect(to: MySignaturesRoutes.index.path(language).adding(query: [("done", "1")]))
    }

    /// The button of a signature that waits for its confirmation: the mailbox was proven with the account. One that a moderator looks at first
    /// waits on.
    public func confirm(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let (mine, _) = try await find(id, signedIn)
        let counts = try await services.database.write { [services] db -> Bool in
            guard let signature = try services.signatures.find(mine.signature.id, on: db), !signature.isHeld else { return false }
            return try services.signatures.confirm(signature.id, on: db)
        }
        return .redirect(to: MySignaturesRoutes.index.path(language).adding(query: counts ? [("done", "1")] : []))
    }

    /// Taking it back.
    public func withdraw(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let (mine, _) = try await find(id, signedIn)
        try await services.database.write { [services] db in try services.withdraw(mine.signature, on: db) }
        return .redirect(to: MySignaturesRoutes.index.path(language).adding(query: [("done", "1")]))
    }

    /// A signature of this person; somebody else's is not found.
    private func find(_ id: Int64, _ signedIn: SignedIn) async throws -> (MySignature, Set<Purpose>) {
        try await services.database.read { [services] db in
            let mine = try services.signatures(of: signedIn.person, on: db).first { $0.id == id }
            guard let mine, let campaign = try CampaignStore.find(mine.campaign, on: db) else { throw WebFailure.notFound }
            return (MySignature(signature: mine, campaign: campaign), try services.signatures.consents(of: mine, on: db))
        }
    }
}

/// A signature of the person who looks, with its campaign.
struct MySignature: Sendable {
    let signature: Signature
    let campaign: Campaign
}
