internal import Design
internal import HTML
internal import Mail
internal import People
internal import Secrets
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for the link of a mail: confirm, change, withdraw. A GET never changes anything, since scanners follow links.
public struct SignatureHandlers: Sendable {
    private let services: CampaignServices

    /// Handlers with these services.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    /// What the link leads to, as the signature is now.
    public func show(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        guard let found = try await lookUp(token) else {
            return .page(SignaturePages.unknown(token: token, visit.translator), status: .notFound).withoutIndexing()
        }
        return .page(page(found, token, visit, state: nil, saved: visit.query("saved") == "1")).withoutIndexing()
    }

    /// The button that confirms.
    public func confirm(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        let found = try await find(token)
        let mayConfirm = found.signature.stands || found.mayConfirm(at: services.clock.now())
        let counts = try await services.database.write { [services] db in
            try mayConfirm && services.signatures.confirm(found.signature.id, on: db)
        }
        guard counts else { return .redirect(to: SignatureRoutes.show.path(language, token)) }
        return .redirect(to: SignatureRoutes.thanks.path(language, found.campaign.slug))
    }

    /// What is shown, and which news are wanted.
    public func change(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        let found = try await find(token)
        let form = try await ChangeForm.decode(visit, had: found.agreed, services)
        guard found.signature.stands else { return .redirect(to: SignatureRoutes.show.path(language, token)) }
        guard form.check.isClean else {
            let state = FormState(form.check, "campaigns", visit.translator)
            return .page(page(found, token, visit, state: state, saved: false), status: .unprocessable).withoutIndexing()
        }
        let isSaved = try await services.database.write { [services] db in
            try services.change(found.signature, to: form, on: db)
        }
        return .redirect(to: SignatureRoutes.show.path(language, token).adding(query: isSaved ? [("saved", "1")] : []))
    }

    /// Taking the signature back: what is known about the person and what was mailed to them is erased in one write.
    public func withdraw(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        let found = try await find(token)
        try await services.database.write { [services] db in
            guard let signature = try services.signatures.find(found.signature.id, on: db) else { return }
            try services.withdraw(signature, on: db)
        }
        return .redirect(to: SignatureRoutes.show.path(language, token))
    }

    private struct Found: Sendable {
        let signature: Signature
        let confirmsUntil: Instant
        let campaign: Campaign
        let agreed: Set<Purpose>

        func mayConfirm(at now: Instant) -> Bool {
            signature.awaitsConfirmation && now < confirmsUntil && campaign.isOpen
        }
    }

    private func find(_ text: String) async throws -> Found {
        guard let found = try await lookUp(text) else { throw WebFailure.notFound }
        return found
    }

    private func lookUp(_ text: String) async throws -> Found? {
        guard let token = Token(text: text) else { throw WebFailure.notFound }
        return try await services.database.read { [services] db in
            guard let found = try services.signatures.find(token, on: db),
                let campaign = try CampaignStore.find(found.signature.campaign, on: db)
            else { return nil }
            let agreed = try services.signatures.consents(of: found.signature, on: db)
            return Found(signature: found.signature, confirmsUntil: found.confirmsUntil, campaign: campaign, agreed: agreed)
        }
    }

    private func page(_ found: Found, _ token: String, _ visit: Visit, state: FormState?, saved: Bool) -> Page {
        let t = visit.translator
        if found.signature.stands {
            let state = state ?? FormState(found.signature, found.agreed)
            return SignaturePages.change(
                found.signature, found.campaign, agreed: found.agreed, token: token, notice: services.notice(t), state: state, saved: saved,
                t)
        }
        if found.mayConfirm(at: services.clock.now()) {
            return SignaturePages.confirm(found.signature, found.campaign, news: found.agreed, token: token, t)
        }
        let reason =
            switch found.signature.removedWhy {
            case .withdrawn: "withdrawn"
            case .refused: "refused"
            case .returned, nil: found.campaign.isOpen ? "expired" : "closed"
            }
        return SignaturePages.over(reason, found.campaign, token: token, t)
    }
}
