internal import Design
internal import HTML
public import People
public import Site
internal import Storage
public import Text
internal import Time
internal import Translations
public import Web

/// Answers for the standard pages and their texts: editors.
public struct PageHandlers: Sendable {
    private let services: DeskServices

    /// Handlers with these services.
    public init(_ services: DeskServices) {
        self.services = services
    }

    /// Every page with its languages.
    public func index(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let own = try await services.database.read { try SiteStore.ownTexts(on: $0) }
        let t = visit.translator
        return .page(PageTextPages.index(own, isSaved: visit.query("done") == "1", services.page(signedIn, t), t)).withoutIndexing()
    }

    /// One page in one language, with another language beside it.
    public func form(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ page: StandardPage, _ wished: Language) async throws
        -> Answer
    {
        let view = try await view(page, wished, beside: language)
        let t = visit.translator
        return .page(PageTextPages.form(view, PageTextForm.state(view.text), services.page(signedIn, t), t)).withoutIndexing()
    }

    /// The text, sent.
    public func save(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ page: StandardPage, _ wished: Language) async throws
        -> Answer
    {
        let view = try await view(page, wished, beside: language)
        var check = FormCheck(try await visit.form())
        guard let text = PageTextForm.decode(&check, in: wished, isMachine: view.isUnchecked) else {
            let t = visit.translator
            let again = PageTextPages.form(view, FormState(check, "desk", t), services.page(signedIn, t), t)
            return .page(again, status: .unprocessable).withoutIndexing()
        }
        let now = services.clock.now()
        let isSaved = try await services.database.write { [services, check] db -> Bool in
            let stored = try SiteStore.text(of: page, in: wished, on: db) ?? services.pages.text(of: page, in: wished)
            guard let stored, check.isMade(from: PageTextForm.state(stored).values) else { return false }
            let note = try PageTexts(services.pages).find(page.rawValue, on: db)?.note(in: wished, becoming: PageTexts.words(text))
            try services.note(page, in: wished, by: signedIn.person, at: now, on: db)
            try SiteStore.put(text, as: page, at: now, on: db)
            try AuditStore.add(
                DeskVerb.pageChanged, .init("page", name: page.rawValue), by: signedIn.person, note: note ?? wished.code, at: now, on: db)
            return true
        }
        guard isSaved else {
            return try await overtaken(page, wished, FormState(check, "desk", visit.translator), visit, signedIn, language)
        }
        return done(language)
    }

    /// The form as it was typed, with what a colleague saved meanwhile.
    private func overtaken(
        _ page: StandardPage, _ wished: Language, _ typed: FormState, _ visit: Visit, _ signedIn: SignedIn, _ language: Language
    ) async throws -> Answer {
        let view = try await view(page, wished, beside: language)
        let t = visit.translator
        let stored = PageTextForm.state(view.text)
        let theirs = stored.differences(from: typed, in: PageTextForm.fields, "desk", t)
        let again = PageTextPages.form(
            view, typed.marked(by: stored), trouble: Pieces.overtaken(theirs, t), services.page(signedIn, t), t)
        return .page(again, status: .conflict).withoutIndexing()
    }

    /// Back to the text that comes with the program.
    public func reset(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ page: StandardPage, _ wished: Language) async throws
        -> Answer
    {
        let now = services.clock.now()
        try await services.database.write { [services] db in
            try services.note(page, in: wished, by: signedIn.person, at: now, on: db)
            try SiteStore.remove(page, in: wished, on: db)
            try AuditStore.add(
                DeskVerb.pageReset, .init("page", name: page.rawValue), by: signedIn.person, note: wished.code, at: now, on: db)
        }
        return done(language)
    }

    private func done(_ language: Language) -> Answer {
        .redirect(to: AdministrationRoutes.pages.path(language).adding(query: [("done", "1")]))
    }

    private func view(_ page: StandardPage, _ wished: Language, beside reader: Language) async throws -> PageTextView {
        guard Language.interface.contains(wished) else { throw WebFailure.notFound }
        let other = wished != reader ? reader : Language.interface.first { $0 != wished } ?? .english
        let (own, beside, isUnchecked) = try await services.database.read { [services] db in
            (
                try SiteStore.text(of: page, in: wished, on: db), try SiteStore.text(of: page, in: other, on: db),
                try services.isUnchecked(page, in: wished, on: db)
            )
        }
        guard let text = own ?? services.pages.text(of: page, in: wished), let beside = beside ?? services.pages.text(of: page, in: other)
        else {
            throw WebFailure.notFound
        }
        return PageTextView(page: page, text: text, isOwn: own != nil, isUnchecked: isUnchecked, beside: beside)
    }
}
