internal import Design
internal import HTML
internal import Moderation
public import People
internal import Secrets
internal import Site
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for translations at the desk: editors.
public struct TranslationDeskHandlers: Sendable {
    private let services: TranslationServices

    /// Handlers with these services.
    public init(_ services: TranslationServices) {
        self.services = services
    }

    /// Every text in every language, what waits, and which links work.
    public func index(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let now = services.clock.now()
        let view = try await services.database.read { [services] db in
            TranslationIndex(
                shelves: try services.sources.map { source in
                    let texts = try source.texts(on: db)
                    return (source, try texts.map { try TranslationStore.read($0, main: services.site.settings.mainLanguage, on: db) })
                }, drafts: try TranslationStore.drafts(on: db), links: try TranslationStore.links(at: now, on: db))
        }
        let page = TranslationIndexPage.draw(
            view, isDone: visit.query("done") == "1", zone: signedIn.person.timeZone, desk(visit, signedIn), visit.translator)
        return .page(page).withoutIndexing()
    }

    /// One text in one language, beside its original. The original itself is written where it always was.
    public func show(
        _ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ kind: String, _ slug: String, _ wished: Language
    ) async throws -> Answer {
        let found = try await find(kind, slug, wished)
        guard wished != found.view.translated.original else {
            return .redirect(to: found.view.source.editor(of: slug, in: wished, reader: language))
        }
        return page(found, TranslationForm.state(found.view), visit, signedIn, done: visit.query("done"))
    }

    /// The draft, saved or published at once.
    public func save(
        _ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ kind: String, _ slug: String, _ wished: Language
    ) async throws -> Answer {
        let found = try await find(kind, slug, wished)
        var check = FormCheck(try await visit.form())
        let act = TranslationForm.act(&check)
        let digest = check.line("original", max: 64) ?? ""
        let published = check.line("published", max: 64) ?? ""
        guard let saved = TranslationForm.decode(&check, found.view.source.fields, act) else {
            return page(found, renewed(check, found, visit), visit, signedIn, status: .unprocessable)
        }
        let now = services.clock.now()
        let outcome = try await services.database.write { [services] db -> TranslationServices.Outcome in
            let view = try services.view(found.view.key, in: wished, on: db)
            // A form that began with what is published replaces that alone.
            let isBegunFromPublished = view.draft == nil || act == .publish
            guard !isBegunFromPublished || (view.published?.words.digest ?? "") == published else { return .rewritten }
            let outcome = try services.save(saved, view, seen: digest, by: signedIn.person, at: now, on: db)
            guard act == .publish, case .done = outcome else { return outcome }
            guard let draft = try TranslationStore.draft(of: view.key, in: wished, on: db) else { return .overtaken }
            return try services.publish(view, seen: draft.savedAt, by: signedIn.person, at: now, on: db)
        }
        guard case .done = outcome else {
            let now = try await find(kind, slug, wished)
            return page(now, renewed(check, now, visit), visit, signedIn, trouble: outcome, status: .conflict)
        }
        return done(language, kind, slug, wished, act == .publish ? "published" : "saved")
    }

    /// The draft as it was handed in becomes what readers see: one press.
    public func publish(
        _ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ kind: String, _ slug: String, _ wished: Language
    ) async throws -> Answer {
        let found = try await find(kind, slug, wished)
        var check = FormCheck(try await visit.form())
        var stored = FormCheck(Fields(found.view.draftWords.fields.map { (name: $0.key, value: $0.value) }))
        _ = TranslationForm.words(&stored, found.view.source.fields, isComplete: true)
        guard let seen = TranslationForm.seen(&check), found.view.draft?.savedAt == seen else {
            return page(found, TranslationForm.state(found.view), visit, signedIn, trouble: .overtaken, status: .conflict)
        }
        guard stored.isClean else {
            return page(found, renewed(stored, found, visit), visit, signedIn, status: .unprocessable)
        }
        let now = services.clock.now()
        let outcome = try await services.database.write { [services] db in
            try services.publish(found.view, seen: seen, by: signedIn.person, at: now, on: db)
        }
        guard case .done = outcome else {
            let now = try await find(kind, slug, wished)
            return page(now, TranslationForm.state(now.view), visit, signedIn, trouble: outcome, status: .conflict)
        }
        return done(language, kind, slug, wished, "published")
    }

    /// Taking the draft away, the one that was seen.
    public func drop(
        _ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ kind: String, _ slug: String, _ wished: Language
    ) async throws -> Answer {
        var check = FormCheck(try await visit.form())
        let seen = TranslationForm.seen(&check)
        return try await act(.translationDropped, signedIn, language, kind, slug, wished) { view, _, db in
            guard let seen else { return }
            _ = try TranslationStore.drop(of: view.key, in: wished, seen: seen, on: db)
        }
    }

    /// What is published follows the original, an editor says.
    public func confirm(
        _ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ kind: String, _ slug: String, _ wished: Language
    ) async throws -> Answer {
        try await act(.translationConfirmed, signedIn, language, kind, slug, wished) { view, now, db in
            guard view.published != nil else { throw WebFailure.notFound }
            let translator = view.translated.records[wished]?.translator ?? ""
            try TranslationStore.follow(view.translated, in: wished, translator: translator, by: nil, at: now, on: db)
        }
    }

    /// The others follow this language from now on.
    public func makeOriginal(
        _ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ kind: String, _ slug: String, _ wished: Language
    ) async throws -> Answer {
        try await act(.originalChosen, signedIn, language, kind, slug, wished) { view, _, db in
            guard view.published != nil else { throw WebFailure.notFound }
            try TranslationStore.setOriginal(wished, of: view.key, on: db)
        }
    }

    /// Taking the translator's name away.
    public func forgetName(
        _ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ kind: String, _ slug: String, _ wished: Language
    ) async throws -> Answer {
        try await act(.translatorForgotten, signedIn, language, kind, slug, wished) { view, _, db in
            try TranslationStore.forgetTranslator(of: view.key, in: wished, on: db)
        }
    }

    /// A link for a translator. It is shown on the answer and never again: only its hash is kept.
    public func makeLink(
        _ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ kind: String, _ slug: String, _ wished: Language
    ) async throws -> Answer {
        let found = try await find(kind, slug, wished)
        var check = FormCheck(try await visit.form())
        let purpose = check.line("purpose", max: TranslationLink.longestPurpose) ?? ""
        let versions = found.view.translated.text.versions
        let from = check.choice("from", as: { Language($0).flatMap { versions[$0] != nil && $0 != wished ? $0 : nil } })
        guard check.isClean else { return page(found, renewed(check, found, visit), visit, signedIn, status: .unprocessable) }
        let now = services.clock.now()
        let token = try await services.database.write { db in
            let token = try TranslationStore.makeLink(
                for: found.view.key, in: wished, from: from ?? found.view.from, purpose: purpose, by: signedIn.person, at: now, on: db)
            try AuditStore.add(
                TranslationVerb.translationLinkMade, .init(kind, name: slug), by: signedIn.person, note: wished.code, at: now, on: db)
            return token
        }
        let again = try await find(kind, slug, wished)
        let address = services.base.appending(TranslationRoutes.work.path(wished, token.text))
        return page(again, TranslationForm.state(again.view), visit, signedIn, link: address)
    }

    /// Ending a link.
    public func endLink(
        _ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ kind: String, _ slug: String, _ wished: Language, _ id: Int64
    ) async throws -> Answer {
        try await act(.translationLinkEnded, signedIn, language, kind, slug, wished) { view, now, db in
            guard try TranslationStore.endLink(id, of: view.key, in: wished, at: now, on: db) else { throw WebFailure.notFound }
        }
    }

    /// Does something about a text in one language and writes it into the log, in one write.
    private func act(
        _ verb: TranslationVerb, _ signedIn: SignedIn, _ language: Language, _ kind: String, _ slug: String, _ wished: Language,
        _ work: @escaping @Sendable (TranslationView, Instant, any Writer) throws -> Void
    ) async throws -> Answer {
        let now = services.clock.now()
        try await services.database.write { [services] db in
            try work(try services.view(TextKey(kind: kind, slug: slug), in: wished, on: db), now, db)
            try AuditStore.add(verb, .init(kind, name: slug), by: signedIn.person, note: wished.code, at: now, on: db)
        }
        return verb == .originalChosen
            ? .redirect(to: TranslationRoutes.index.path(language).adding(query: [("done", "1")]))
            : done(language, kind, slug, wished, "saved")
    }

    private func find(_ kind: String, _ slug: String, _ wished: Language) async throws -> FoundTranslation {
        let now = services.clock.now()
        return try await services.database.read { [services] db in
            let view = try services.view(TextKey(kind: kind, slug: slug), in: wished, on: db)
            return FoundTranslation(view: view, links: try TranslationStore.links(of: view.key, in: wished, at: now, on: db))
        }
    }

    private func page(
        _ found: FoundTranslation, _ state: FormState, _ visit: Visit, _ signedIn: SignedIn, done: String? = nil,
        trouble: TranslationServices.Outcome? = nil, link: WebURL? = nil, status: Status = .ok
    ) -> Answer {
        let note = TranslationNote(done: done, trouble: trouble, link: link)
        let page = TranslationDeskPages.translation(
            found, state, note, zone: signedIn.person.timeZone, desk(visit, signedIn), visit.translator)
        return .page(page, status: status).withoutIndexing()
    }

    private func renewed(_ check: FormCheck, _ found: FoundTranslation, _ visit: Visit) -> FormState {
        TranslationForm.renewed(FormState(check, "translations", visit.translator), found.view)
    }

    private func desk(_ visit: Visit, _ signedIn: SignedIn) -> DeskPage {
        DeskPage(services.menu, for: signedIn, visit.translator)
    }

    private func done(_ language: Language, _ kind: String, _ slug: String, _ wished: Language, _ what: String) -> Answer {
        .redirect(to: TranslationRoutes.translation.path(language, kind, slug, wished).adding(query: [("done", what)]))
    }
}

/// A text in one language with the links for it that work.
struct FoundTranslation: Sendable {
    let view: TranslationView
    let links: [TranslationLink]
}

/// What a page says on top about what just happened.
struct TranslationNote: Sendable {
    let done: String?
    let trouble: TranslationServices.Outcome?
    let link: WebURL?
}

/// Everything that the page of all translations shows.
struct TranslationIndex: Sendable {
    let shelves: [(source: any TextSource, texts: [TranslatedText])]
    let drafts: [TranslationStore.Waiting]
    let links: [TranslationLink]

    /// What a text is called, for a reader of that language.
    func name(_ key: TextKey, for reader: Language) -> String {
        for (source, texts) in shelves where source.kind == key.kind {
            if let text = texts.first(where: { $0.text.key == key }) { return text.text.name(source, for: reader, else: text.original) }
        }
        return key.slug
    }
}
