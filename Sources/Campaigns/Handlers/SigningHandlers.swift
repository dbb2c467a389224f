internal import Design
internal import HTML
internal import Mail
internal import People
internal import Secrets
internal import Site
internal import Storage
public import Text
internal import Time
public import Web

/// Answers from the form to the thanks.
public struct SigningHandlers: Sendable {
    private let services: CampaignServices
    private let campaigns: CampaignHandlers
    private let handles: SignatureHandle
    private let sourceKey: PurposeKey
    private let signings: WriteGathering<Signing, SignatureStore.Outcome>

    /// A form, and who writes the letter about it.
    private struct Signing: Sendable {
        let form: SentForm
        let letters: SignatureLetters
    }

    /// Handlers with these services.
    public init(_ services: CampaignServices) {
        self.services = services
        campaigns = CampaignHandlers(services)
        handles = SignatureHandle(secrets: services.secrets)
        sourceKey = services.secrets.key(for: "campaigns.source")
        // Signatures and their mails in one write, those of everybody who signs at the same time together.
        signings = WriteGathering(on: services.database) { signings, db in
            let outcomes = try services.signatures.sign(signings.map(\.form), on: db)
            let letters = zip(signings, outcomes).compactMap { signing, outcome in
                outcome.mail.flatMap { signing.letters.letter(for: outcome.signature, $0, after: signing.form.form) }
            }
            try services.outbox.postLater(letters, on: db)
            return outcomes
        }
    }

    /// A form sent to sign. Whoever signed already sees the very same page.
    public func sign(_ visit: Visit, _ language: Language, _ slug: String) async throws -> Answer {
        var check = FormCheck(try await visit.form())
        let campaign = try await campaign(slug)
        guard campaign.isOpen else { return try await again(visit, slug, check, status: .gone) }
        guard let form = SignatureForm.decode(&check, campaign: campaign, language: language) else {
            return try await again(visit, slug, check)
        }
        guard let outcome = try await put(form, under: campaign, from: visit) else {
            check.fail("support", "campaigns.problem.notice")
            return try await again(visit, slug, check)
        }
        return .redirect(to: SignatureRoutes.sent.path(language, slug, try handles.seal(outcome.signature)))
    }

    /// Back to the form.
    public func form(_ visit: Visit, _ language: Language, _ slug: String) async throws -> Answer {
        .redirect(to: CampaignRoutes.campaign.path(language, slug).adding(fragment: "sign"))
    }

    /// Puts the signature down and its mail into the outbox; nil if the words of consent on the form are none that this site showed.
    private func put(_ form: SignatureForm, under campaign: Campaign, from visit: Visit) async throws -> SignatureStore.Outcome? {
        guard try await services.isShown(form.notice) else { return nil }
        let source = source(of: visit)
        let limit = services.site.settings.formsPerSourceAndHour
        let isFlood = services.sources.flags(source, limit: limit, at: services.clock.now())
        let mailboxKey = services.rules.key(for: form.mailbox.address)
        let flag = services.flag(form.name, form.appearance, mailbox: form.mailbox.address, from: visit.client) ?? (isFlood ? .source : nil)
        let letters = SignatureLetters(services: services, campaign: campaign, t: visit.translator)
        let sent = SentForm(form, mailboxKey: mailboxKey, source: source, flag: flag)
        return try await signings.write(Signing(form: sent, letters: letters))
    }

    /// After the form: what comes next, and a place for the code.
    public func sent(_ visit: Visit, _ language: Language, _ slug: String, _ handle: String) async throws -> Answer {
        let (campaign, _) = try await waiting(slug, handle)
        return .page(SignaturePages.mailSent(campaign, handle: handle, state: FormState(), visit.translator)).withoutIndexing()
    }

    /// The code of the mail.
    public func confirmByCode(_ visit: Visit, _ language: Language, _ slug: String, _ handle: String) async throws -> Answer {
        let (campaign, id) = try await waiting(slug, handle)
        var check = FormCheck(try await visit.form())
        let typed = check.line("code", required: true, max: 12)
        var outcome = SignatureStore.CodeOutcome.wrong
        if let code = typed.flatMap(ConfirmationCode.init(typed:)) {
            outcome = try await services.database.write { [services] db in try services.signatures.confirm(id, code: code, on: db) }
        }
        switch outcome {
        case .confirmed: return .redirect(to: SignatureRoutes.thanks.path(language, slug))
        case .wrong: if check.isClean { check.fail("code", "campaigns.problem.code") }
        case .exhausted: check.fail("code", "campaigns.problem.codes")
        }
        let state = FormState(check, "campaigns", visit.translator)
        return .page(SignaturePages.mailSent(campaign, handle: handle, state: state, visit.translator), status: .unprocessable)
            .withoutIndexing()
    }

    /// Thanks, and ways to bring others.
    public func thanks(_ visit: Visit, _ language: Language, _ slug: String) async throws -> Answer {
        let campaign = try await campaign(slug)
        let share = ShareLinks(
            campaign: services.base.appending(CampaignRoutes.campaign.path(language, slug)),
            words: visit.translator("campaigns.share.text", campaign.words(for: language).title))
        return .page(SignaturePages.thanks(campaign, share: share, visit.translator))
            .cached(CachePolicy(topics: ["site", campaign.topic])).withoutIndexing()
    }

    private func again(_ visit: Visit, _ slug: String, _ check: FormCheck, status: Status = .unprocessable) async throws -> Answer {
        let view = try await campaigns.view(slug, visit.language)
        let state = FormState(check, "campaigns", visit.translator)
        return .page(campaigns.page(view, state, visit.translator).marking(state, visit.translator), status: status)
    }

    private func campaign(_ slug: String) async throws -> Campaign {
        guard let campaign = try await services.campaign(slug) else { throw WebFailure.notFound }
        return campaign
    }

    /// The campaign of the address and the signature of the handle, if they belong together.
    private func waiting(_ slug: String, _ handle: String) async throws -> (Campaign, Int64) {
        guard let id = handles.open(handle) else { throw WebFailure.notFound }
        return try await services.database.read { [services] db in
            let signature = try services.signatures.find(id, on: db)
            guard let campaign = try CampaignStore.find(slug, on: db), signature?.campaign == campaign.id else {
                throw WebFailure.notFound
            }
            return (campaign, id)
        }
    }

    /// Where a form came from, unreadable without the site's secret: 16 bytes are enough to tell floods.
    private func source(of visit: Visit) -> [UInt8] {
        Array(sourceKey.code(for: visit.client.network).prefix(16))
    }
}
