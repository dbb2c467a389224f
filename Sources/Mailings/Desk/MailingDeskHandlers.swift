internal import Design
internal import HTML
internal import Mail
public import People
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for writing mailings: editors.
public struct MailingDeskHandlers: Sendable {
    private static let shown = 50

    private let services: MailingServices

    /// Handlers with these services.
    public init(_ services: MailingServices) {
        self.services = services
    }

    /// Every mailing, newest first, in pages.
    public func index(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let before = visit.query("before").flatMap { Int64($0) }
        let mailings = try await services.database.read { try MailingStore.all(before: before, limit: Self.shown + 1, on: $0) }
        let t = visit.translator
        let page = MailingDeskPages.index(
            Array(mailings.prefix(Self.shown)), hasMore: mailings.count > Self.shown, isDone: visit.query("done") == "1",
            signedIn.person, services.desk(signedIn, t), t)
        return .page(page).withoutIndexing()
    }

    /// Another mailing, empty or with what an earlier one said and to whom.
    public func create(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        var check = FormCheck(try await visit.form())
        let copied = check.number("copy").map(Int64.init)
        let now = services.clock.now()
        let id = try await services.database.write { db in
            let earlier = try copied.flatMap { try MailingStore.find($0, on: db) }
            return try MailingStore.begin(copying: earlier, by: signedIn.person.id, at: now, on: db)
        }
        return .redirect(to: MailingDeskRoutes.mailing.path(language, id))
    }

    /// One mailing.
    public func mailing(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let view = try await services.view(id, visit.translator)
        return .page(page(view, visit, signedIn, MailingForm.state(view.mailing))).withoutIndexing()
    }

    /// Whom it is for.
    public func save(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let mailing = try await services.mailing(id)
        var check = FormCheck(try await visit.form())
        let choices = try await services.choices(visit.translator)
        guard let (audience, isPublic) = MailingForm.audience(&check, choices, visit.translator) else {
            let view = try await services.view(id, visit.translator)
            let state = FormState(check, "mailings", visit.translator)
            return .page(page(view, visit, signedIn, state), status: .unprocessable).withoutIndexing()
        }
        return try await change(.mailingAudienceChanged, mailing, signedIn, language) { db, _ in
            try MailingStore.set(audience, isPublic: isPublic, of: id, on: db)
        }
    }

    /// A draft, thrown away.
    public func remove(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        _ = try await services.mailing(id)
        let isRemoved = try await services.database.write { try MailingStore.remove(id, on: $0) }
        guard isRemoved else { return done(language, id, false) }
        return .redirect(to: MailingDeskRoutes.index.path(language).adding(query: [("done", "1")]))
    }

    /// Its words in one language, with another beside them.
    public func words(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64, _ wished: Language) async throws -> Answer {
        let mailing = try await services.draft(id)
        let state = MailingForm.state(mailing.words(in: wished))
        let t = visit.translator
        return .page(MailingWordsPages.form(mailing, wished, state, services.desk(signedIn, t), t)).withoutIndexing()
    }

    /// The words, sent.
    public func saveWords(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64, _ wished: Language) async throws
        -> Answer
    {
        let mailing = try await services.draft(id)
        var check = FormCheck(try await visit.form())
        guard let words = MailingForm.words(&check, in: wished) else {
            let t = visit.translator
            let page = MailingWordsPages.form(mailing, wished, FormState(check, "mailings", t), services.desk(signedIn, t), t)
            return .page(page, status: .unprocessable).withoutIndexing()
        }
        do {
            return try await change(.mailingWordsChanged, mailing, signedIn, language, note: wished.code) { [check] db, now in
                guard try MailingStore.isDraft(id, on: db), let stored = try MailingStore.find(id, on: db) else { return false }
                guard check.isMade(from: MailingForm.state(stored.words(in: wished)).values) else { throw Overtaken() }
                return try MailingStore.set(words, of: id, at: now, on: db)
            }
        } catch is Overtaken {
            return try await overtaken(id, wished, FormState(check, "mailings", visit.translator), visit, signedIn)
        }
    }

    /// A colleague saved these words meanwhile. Thrown inside the write, so that nothing of it stays.
    private struct Overtaken: Error {}

    /// The form as it was typed, with what a colleague saved meanwhile.
    private func overtaken(_ id: Int64, _ wished: Language, _ typed: FormState, _ visit: Visit, _ signedIn: SignedIn) async throws -> Answer
    {
        let mailing = try await services.draft(id)
        let stored = MailingForm.state(mailing.words(in: wished))
        let t = visit.translator
        let trouble = Pieces.overtaken(stored.differences(from: typed, in: MailingForm.wordsFields, "mailings", t), t)
        let page = MailingWordsPages.form(
            mailing, wished, typed.marked(by: stored), trouble: trouble, services.desk(signedIn, t), t)
        return .page(page, status: .conflict).withoutIndexing()
    }

    /// The words in one language, thrown away.
    public func removeWords(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64, _ wished: Language) async throws
        -> Answer
    {
        let mailing = try await services.draft(id)
        return try await change(.mailingWordsRemoved, mailing, signedIn, language, note: wished.code) { db, _ in
            try MailingStore.removeWords(in: wished, of: id, on: db)
        }
    }

    /// How the mail will look.
    public func preview(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64, _ wished: Language) async throws -> Answer
    {
        let (mailing, message) = try await trial(id, wished, signedIn)
        let t = visit.translator
        let page = MailingWordsPages.preview(
            mailing, message, text: services.composer.text(message), isSent: visit.query("done") == "1", services.desk(signedIn, t), t)
        return .page(page).withoutIndexing()
    }

    /// The letter itself, as mail programs get it: its styles stand inside, so it has a policy of its own, under which nothing else works.
    public func letter(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64, _ wished: Language) async throws -> Answer {
        let (_, message) = try await trial(id, wished, signedIn)
        return .bytes(Array(services.composer.page(message).utf8), type: "text/html; charset=utf-8")
            .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'")
            .withoutIndexing()
    }

    /// The mail to whoever asks for it. It counts for nothing and acts for nobody.
    public func trial(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64, _ wished: Language) async throws -> Answer {
        let (_, message) = try await trial(id, wished, signedIn)
        try await services.database.write { [outbox = services.outbox] db in _ = try outbox.post(message, on: db) }
        return .redirect(to: MailingDeskRoutes.preview.path(language, id, wished).adding(query: [("done", "1")]))
    }

    private func trial(_ id: Int64, _ wished: Language, _ signedIn: SignedIn) async throws -> (Mailing, Message) {
        let mailing = try await services.mailing(id)
        guard let words = mailing.words(in: wished) else { throw WebFailure.notFound }
        let letters = MailingLetters(mailing: mailing, services: services)
        return (mailing, try letters.trial(in: words, to: try services.mailbox(of: signedIn.person), name: signedIn.person.name))
    }

    private func page(_ view: MailingView, _ visit: Visit, _ signedIn: SignedIn, _ state: FormState) -> Page {
        let t = visit.translator
        return MailingDeskPages.mailing(
            view, isDone: visit.method == .get && visit.query("done") == "1", state, signedIn.person, services.desk(signedIn, t), t)
    }

    /// Changes a draft and writes it into the log, in one write, if it still was one.
    private func change(
        _ verb: MailingVerb, _ mailing: Mailing, _ signedIn: SignedIn, _ language: Language, note: String = "",
        _ change: @escaping @Sendable (any Writer, Instant) throws -> Bool
    ) async throws -> Answer {
        let now = services.clock.now()
        let isSaved = try await services.database.write { db in
            guard try change(db, now) else { return false }
            try AuditStore.add(verb, .mailing(mailing, signedIn.person), by: signedIn.person, note: note, at: now, on: db)
            return true
        }
        return done(language, mailing.id, isSaved)
    }

    /// Back to the mailing, which says that it is saved, or shows by itself that it is no draft any more.
    private func done(_ language: Language, _ id: Int64, _ isSaved: Bool) -> Answer {
        .redirect(to: MailingDeskRoutes.mailing.path(language, id).adding(query: isSaved ? [("done", "1")] : []))
    }
}
