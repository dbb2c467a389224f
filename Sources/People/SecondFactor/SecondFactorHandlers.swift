internal import Design
internal import Secrets
internal import Site
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for setting up a second factor, and doing without it.
public struct SecondFactorHandlers: Sendable {
    private let services: AccountServices

    /// Handlers with these services.
    public init(_ services: AccountServices) {
        self.services = services
    }

    /// A seed to read into an app, and the form for its first code. Nothing is stored before that code is right. Whoever has a second factor
    /// turns it off first, with the password: a browser left open must not be enough to replace it.
    public func show(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        guard !signedIn.person.hasSecondFactor else { return .redirect(to: AccountRoutes.security.path(language)) }
        let seed = TOTPSeed.random()
        return .page(try page(seed, signedIn, FormState(), visit)).withoutIndexing()
    }

    /// The first code, and the password: a browser left open must not be enough to lock its owner out. The recovery codes are shown on the
    /// answer and never again.
    public func enrol(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        guard !signedIn.person.hasSecondFactor else { return .redirect(to: AccountRoutes.security.path(language)) }
        var check = FormCheck(try await visit.form())
        let typed = check.line("code", required: true, max: 12)
        let offer = check.line("offer", max: 400) ?? ""
        guard let seed = services.secondFactors.accept(offer, by: signedIn.person.id) else {
            return .redirect(to: AccountRoutes.secondFactor.path(language))
        }
        let step = typed.flatMap { seed.step(of: $0.filter { $0 != " " }, at: services.clock.now(), after: nil) }
        if typed != nil, step == nil { check.fail("code", "people.problem.code") }
        try await services.confirmPassword(&check, "password", of: signedIn.person)
        guard check.isClean, let step else {
            let state = FormState(check, "people", visit.translator)
            return .page(try page(seed, signedIn, state, visit), status: .unprocessable).withoutIndexing()
        }
        let codes = try await services.database.write { [services] db -> [RecoveryCode]? in
            guard try PersonStore.find(signedIn.person.id, on: db)?.hasSecondFactor == false else { return nil }
            let codes = try services.secondFactors.enrol(signedIn.person.id, seed: seed, step: step, on: db)
            try services.sessions.endAll(of: signedIn.person.id, except: signedIn.session.id, on: db)
            try services.tell(.factor, signedIn.person, on: db)
            return codes
        }
        guard let codes else { return .redirect(to: AccountRoutes.security.path(language)) }
        return .page(SecondFactorPages.codes(codes, visit.translator)).withoutIndexing()
    }

    private func page(_ seed: TOTPSeed, _ signedIn: SignedIn, _ state: FormState, _ visit: Visit) throws -> Page {
        let offer = try services.secondFactors.offer(seed, to: signedIn.person.id)
        let address = seed.address(issuer: services.site.settings.name(in: visit.language), account: signedIn.person.mailbox)
        return SecondFactorPages.show(seed: seed, address: address, offer: offer, isRequired: isRequired(signedIn), state, visit.translator)
    }

    /// Whether this person cannot work here without one.
    private func isRequired(_ signedIn: SignedIn) -> Bool {
        services.site.settings.staffNeedsSecondFactor && !signedIn.person.roles.isEmpty
    }
}
