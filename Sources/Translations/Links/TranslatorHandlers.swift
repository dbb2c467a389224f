internal import Design
internal import HTML
internal import Secrets
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for whoever holds a link to translate one text into one language. Nobody need be signed in, and nothing else opens with it.
public struct TranslatorHandlers: Sendable {
    private let services: TranslationServices

    /// Handlers with these services.
    public init(_ services: TranslationServices) {
        self.services = services
    }

    /// The text beside a form for its translation.
    public func show(_ visit: Visit, _ language: Language, _ text: String) async throws -> Answer {
        let link = try await find(text)
        guard !link.isOver(at: services.clock.now()) else { return over(link, typed: nil, text, visit) }
        let view = try await services.database.read { [services] in
            try services.view(link.key, in: link.language, from: link.source, on: $0)
        }
        let done = visit.query("done").flatMap(TranslationForm.Act.init(rawValue:))
        let page = TranslatorPages.work(view, link, token: text, TranslationForm.state(view), done: done, trouble: nil, visit.translator)
        return .page(page).withoutIndexing()
    }

    /// What was saved, or handed in. It replaces what its sender saw, and nothing else.
    public func save(_ visit: Visit, _ language: Language, _ text: String) async throws -> Answer {
        let link = try await find(text)
        var check = FormCheck(try await visit.form())
        let source = try services.source(link.key.kind)
        let wish = TranslationForm.act(&check)
        let act = wish == .publish ? .handIn : wish
        let saved = TranslationForm.decode(&check, source.fields, act)
        let digest = check.line("original", max: 64) ?? ""
        let now = services.clock.now()
        let outcome = try await services.database.write { [services] db -> TranslationServices.Outcome? in
            // Read within the write: a link that was ended a moment ago saves nothing.
            guard let token = Token(text: text), let link = try TranslationStore.link(token, on: db), !link.isOver(at: now) else {
                return nil
            }
            guard let saved else { return .done }
            let view = try services.view(link.key, in: link.language, from: link.source, on: db)
            try TranslationStore.use(link.id, at: now, on: db)
            return try services.save(saved, view, seen: digest, by: nil, at: now, on: db)
        }
        guard let outcome else { return over(try await find(text), typed: TextWords(check.values), text, visit) }
        if saved != nil, case .done = outcome {
            return .redirect(to: TranslationRoutes.work.path(language, text).adding(query: [("done", act.rawValue)]))
        }
        return try await again(link, check, outcome, text, visit)
    }

    /// The form once more, with everything that was typed.
    private func again(
        _ link: TranslationLink, _ check: FormCheck, _ outcome: TranslationServices.Outcome, _ text: String, _ visit: Visit
    ) async throws -> Answer {
        let view = try await services.database.read { [services] in
            try services.view(link.key, in: link.language, from: link.source, on: $0)
        }
        let t = visit.translator
        let state = TranslationForm.renewed(FormState(check, "translations", t), view)
        let page = TranslatorPages.work(view, link, token: text, state, done: nil, trouble: outcome, t)
        return .page(page, status: check.isClean ? .conflict : .unprocessable).withoutIndexing()
    }

    private func find(_ text: String) async throws -> TranslationLink {
        guard let token = Token(text: text), let link = try await services.database.read({ try TranslationStore.link(token, on: $0) })
        else {
            throw WebFailure.notFound
        }
        return link
    }

    private func over(_ link: TranslationLink, typed: TextWords?, _ text: String, _ visit: Visit) -> Answer {
        let fields = (try? services.source(link.key.kind).fields) ?? []
        return .page(TranslatorPages.over(link, fields, typed: typed, token: text, visit.translator), status: .gone).withoutIndexing()
    }
}
