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
        let found = try await find(token)
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
        var check = FormCheck(try await visit.form())
        let appearance = SignatureForm.appearance(&check)
        let news = SignatureForm.news(&check)
        let version = check.line("notice", max: 64) ?? ""
        guard found.signature.stands else { return .redirect(to: SignatureRoutes.show.path(language, token)) }
        // Only a new consent needs words that were shown.
        if !news.isSubset(of: found.news), try await !services.database.read({ try ConsentStore.knows(version, on: $0) }) {
            check.fail("campaignNews", "campaigns.problem.notice")
        }
        guard check.isClean else {
            let state = FormState(values: check.values, problems: check.problems(visit.translator))
            return .page(page(found, token, visit, state: state, saved: false), status: .unprocessable).withoutIndexing()
        }
        let isSaved = try await services.database.write { [services] db in
            try services.signatures.change(found.signature.id, to: appearance, news: news, notice: version, on: db)
        }
        return .redirect(to: SignatureRoutes.show.path(language, token).adding(query: isSaved ? [("saved", "1")] : []))
    }

    /// Taking the signature back: what is known about the person and what was mailed to them is erased in one write.
    public func withdraw(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        let found = try await find(token)
        try await services.database.write { [services] db in
            guard let signature = try services.signatures.find(found.signature.id, on: db) else { return }
            try services.outbox.forget(signature.mailOrigin, to: signature.mailbox, on: db)
            try services.signatures.withdraw(signature.id, on: db)
        }
        return .redirect(to: SignatureRoutes.show.path(language, token))
    }

    private struct Found: Sendable {
        let signature: Signature
        let confirmsUntil: Instant
        let campaign: Campaign
        let news: Set<Purpose>

        func mayConfirm(at now: Instant) -> Bool {
            signature.awaitsConfirmation && now < confirmsUntil && campaign.isOpen
        }
    }

    private func find(_ text: String) async throws -> Found {
        guard let token = Token(text: text) else { throw WebFailure.notFound }
        return try await services.database.read { [services] db in
            guard let found = try services.signatures.find(token, on: db),
                let campaign = try CampaignStore.find(found.signature.campaign, on: db)
            else { throw WebFailure.notFound }
            let news = try services.signatures.consents(of: found.signature, on: db)
            return Found(signature: found.signature, confirmsUntil: found.confirmsUntil, campaign: campaign, news: news)
        }
    }

    private func page(_ found: Found, _ token: String, _ visit: Visit, state: FormState?, saved: Bool) -> Page {
        let t = visit.translator
        if found.signature.stands {
            let state = state ?? FormState(values: values(of: found))
            return SignaturePages.change(
                found.signature, found.campaign, token: token, notice: services.notice(t), state: state, saved: saved, t)
        }
        if found.mayConfirm(at: services.clock.now()) {
            return SignaturePages.confirm(found.signature, found.campaign, news: found.news, token: token, t)
        }
        let reason =
            switch found.signature.removedWhy {
            case .withdrawn: "withdrawn"
            case .refused: "refused"
            case .returned, nil: found.campaign.isOpen ? "expired" : "closed"
            }
        return SignaturePages.over(reason, found.campaign, token: token, t)
    }

    private func values(of found: Found) -> [String: String] {
        let appearance = found.signature.appearance
        var values = ["town": appearance.town ?? "", "organisation": appearance.organisation ?? "", "sentence": appearance.sentence ?? ""]
        if appearance.shown { values["shown"] = "yes" }
        for purpose in found.news { values[purpose.rawValue] = "yes" }
        return values
    }
}
