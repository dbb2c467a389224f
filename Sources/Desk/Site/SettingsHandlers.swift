internal import Design
internal import HTML
public import People
internal import Site
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for the settings of the site: administrators only.
public struct SettingsHandlers: Sendable {
    private let services: DeskServices

    /// Handlers with these services.
    public init(_ services: DeskServices) {
        self.services = services
    }

    /// The form with the settings in force.
    public func show(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let settings = try await services.database.read { try SiteStore.settings(on: $0) }
        let t = visit.translator
        let page = SettingsPages.form(
            settings, SettingsForm.state(settings), isSaved: visit.query("done") == "1", services.page(signedIn, t), t)
        return .page(page).withoutIndexing()
    }

    /// A logo, sent.
    public func saveLogo(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        var check = FormCheck(try await visit.form(withFilesUpTo: 2_000_000))
        guard let picture = LogoForm.decode(&check) else {
            let settings = try await services.database.read { try SiteStore.settings(on: $0) }
            let t = visit.translator
            let page = SettingsPages.form(
                settings, SettingsForm.state(settings), logo: FormState(check, "desk", t), services.page(signedIn, t), t)
            return .page(page, status: .unprocessable).withoutIndexing()
        }
        return try await setLogo(picture, signedIn, language)
    }

    /// Taking the logo away.
    public func removeLogo(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        try await setLogo(nil, signedIn, language)
    }

    private func setLogo(_ picture: Upload?, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let now = services.clock.now()
        try await services.database.write { db in
            try SiteStore.setLogo(picture, at: now, on: db)
            try AuditStore.add(DeskVerb.logoChanged, .init("site"), by: signedIn.person, at: now, on: db)
        }
        return .redirect(to: AdministrationRoutes.settings.path(language).adding(query: [("done", "1")]))
    }

    /// The settings, sent. What the form does not hold stays as it is, and what a colleague saved meanwhile too.
    public func save(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let settings = try await services.database.read { try SiteStore.settings(on: $0) }
        var check = FormCheck(try await visit.form())
        guard let changed = SettingsForm.decode(&check, over: settings, mailDomain: services.mailDomain) else {
            let t = visit.translator
            let page = SettingsPages.form(settings, FormState(check, "desk", t), services.page(signedIn, t), t)
            return .page(page, status: .unprocessable).withoutIndexing()
        }
        let now = services.clock.now()
        let isSaved = try await services.database.write { [check] db -> Bool in
            let stored = try SiteStore.settings(on: db)
            guard stored == settings, check.isMade(from: SettingsForm.state(stored).values) else { return false }
            try SiteStore.put(changed, on: db)
            try AuditStore.add(DeskVerb.settingsChanged, .init("site"), by: signedIn.person, at: now, on: db)
            return true
        }
        guard isSaved else { return try await overtaken(FormState(check, "desk", visit.translator), visit, signedIn) }
        return .redirect(to: AdministrationRoutes.settings.path(language).adding(query: [("done", "1")]))
    }

    /// The form as it was typed, with what a colleague saved meanwhile.
    private func overtaken(_ typed: FormState, _ visit: Visit, _ signedIn: SignedIn) async throws -> Answer {
        let settings = try await services.database.read { try SiteStore.settings(on: $0) }
        let t = visit.translator
        let stored = SettingsForm.state(settings)
        let page = SettingsPages.form(
            settings, typed.marked(by: stored),
            trouble: Pieces.overtaken(stored.differences(from: typed, in: SettingsForm.fields, "desk", t), t), services.page(signedIn, t), t
        )
        return .page(page, status: .conflict).withoutIndexing()
    }
}
