internal import Design
internal import HTML
internal import Logging
internal import Moderation
public import People
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for bringing lists in. Each kind of list is for those who hold its role: for others its lists are not there.
public struct ImportHandlers: Sendable {
    private static let listed = 100

    private let services: ImportServices

    /// Handlers with these services.
    public init(_ services: ImportServices) {
        self.services = services
    }

    /// Every list, and what can be brought.
    public func index(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let kinds = kinds(for: signedIn)
        let lists = try await services.database.read { try ImportStore.latest(kinds.map(\.name), limit: Self.listed, on: $0) }
        return .page(ImportPages.index(lists, kinds, zone: signedIn.person.timeZone, desk(visit, signedIn), visit.translator))
            .withoutIndexing()
    }

    /// The form for another one.
    public func new(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let kinds = kinds(for: signedIn)
        let wanted = visit.query("kind")
        guard let kind = kinds.first(where: { $0.name == wanted }) ?? (wanted == nil ? kinds.first : nil) else { throw WebFailure.notFound }
        let state = FormState(values: ["listLanguage": language.code])
        return .page(try await form(kind, state, visit, signedIn)).withoutIndexing()
    }

    /// Another one. A short list is judged at once, a long one while its page says how far it is.
    public func create(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        // Twice as much as may be, so that whoever sends a little too much is told so on the form.
        var check = FormCheck(try await visit.form(withFilesUpTo: 2 * Import.longestFile))
        let kinds = kinds(for: signedIn)
        let chosen = check.choice("kind", required: true) { name in kinds.first { $0.name == name } }
        guard let kind = chosen else { throw WebFailure.notFound }
        let t = visit.translator
        let subjects = try await services.database.read { db in try kind.subjects(t, on: db) }
        guard let draft = ImportForm.decode(&check, kind, subjects: subjects, blank: kind.blank(t), by: signedIn.person.id) else {
            let page = try await form(kind, FormState(check, "imports", t), visit, signedIn)
            return .page(page, status: .unprocessable).withoutIndexing()
        }
        let now = services.clock.now()
        let id = try await services.database.write { [services] db in
            let id = try ImportStore.add(draft, at: now, on: db)
            if draft.isReady { try services.queue(id, on: db) }
            return id
        }
        return await worked(id, lines: draft.sheet.lines.count, visit, language)
    }

    /// One: its preview, how far it is, what became of each line.
    public func show(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let outcome = visit.query("show").flatMap(ImportLine.Outcome.init(rawValue:))
        let page = try visit.pageNumber()
        return .page(try await draw(id, FormState(), outcome, page, visit, signedIn)).withoutIndexing()
    }

    /// What its columns hold.
    public func setColumns(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let (one, kind) = try await find(id, signedIn)
        var check = FormCheck(try await visit.form())
        guard let columns = ImportForm.columns(&check, one, kind) else {
            let page = try await draw(id, FormState(check, "imports", visit.translator), nil, 1, visit, signedIn)
            return .page(page, status: .unprocessable).withoutIndexing()
        }
        let now = services.clock.now()
        let lines = try await services.database.write { [services] db -> Int? in
            guard try ImportStore.set(columns, of: id, at: now, on: db) else { return nil }
            try services.queue(id, on: db)
            return try ImportStore.find(id, on: db)?.goal
        }
        return await worked(id, lines: lines, visit, language)
    }

    /// What is chosen for lines that likely are something that is there.
    public func choose(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        _ = try await find(id, signedIn)
        var check = FormCheck(try await visit.form())
        let choices = check.fields.pairs.compactMap { name, _ -> (Int, ImportLine.Choice?)? in
            guard let line = Int(name.split(separator: "-").last ?? ""), name == ImportForm.choice(line) else { return nil }
            return (line, check.choice(name, as: ImportLine.Choice.init(rawValue:)))
        }
        guard check.isClean else {
            let page = try await draw(id, FormState(check, "imports", visit.translator), .likely, 1, visit, signedIn)
            return .page(page, status: .unprocessable).withoutIndexing()
        }
        try await services.database.write { db in
            for (line, choice) in choices { try ImportStore.choose(choice, for: line, of: id, on: db) }
        }
        return .redirect(to: ImportRoutes.show.path(language, id).adding(query: [("show", ImportLine.Outcome.likely.rawValue)]))
    }

    /// Carrying it out, or going on with what stopped.
    public func carryOut(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let lines = try await begin(.importCarriedOut, id, from: [.previewed, .failed], to: .running, visit, signedIn) { db in
            // A list that stopped while it was read is not known to its end: it is read again first.
            try ImportStore.countUnjudged(of: id, on: db) > 0 ? 0 : ImportStore.countPlanned(of: id, on: db)
        }
        return await worked(id, lines: lines, visit, language)
    }

    /// Taking it back as a whole; once more, what stayed because people had changed or used it.
    public func undo(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let lines = try await begin(.importUndone, id, from: [.done, .failed, .undone], to: .undoing, visit, signedIn) { db in
            try ImportStore.offerKept(of: id, on: db)
            return try ImportStore.countReversible(of: id, on: db)
        }
        return await worked(id, lines: lines, visit, language)
    }

    /// Giving up a preview: nothing was done, and its cells are erased.
    public func discard(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        _ = try await find(id, signedIn)
        let now = services.clock.now()
        try await services.database.write { db in try ImportStore.discard(id, at: now, on: db) }
        return .redirect(to: ImportRoutes.index.path(language))
    }

    /// Moves a list on, writes who did so into the log and leaves the work to a job, in one write. Answers how many lines there are to do; nil if
    /// somebody else was quicker.
    private func begin(
        _ verb: ImportVerb, _ id: Int64, from states: [Import.State], to state: Import.State, _ visit: Visit, _ signedIn: SignedIn,
        count: @escaping @Sendable (any Writer) throws -> Int
    ) async throws -> Int? {
        let (one, kind) = try await find(id, signedIn)
        let t = visit.translator
        let name = ImportPieces.name(one, kind, t)
        let now = services.clock.now()
        return try await services.database.write { [services] db in
            let lines = try count(db)
            guard lines > 0, try ImportStore.move(id, from: states, to: state, goal: lines, at: now, on: db) else { return nil }
            try AuditStore.add(verb, .init("import", id, name: name), by: signedIn.person, note: t("imports.lines", lines), at: now, on: db)
            try services.queue(id, on: db)
            return lines
        }
    }

    /// Leads to the page of a list, the work on a short one done. Where that goes wrong the job tries again, or the page says so.
    private func worked(_ id: Int64, lines: Int?, _ visit: Visit, _ language: Language) async -> Answer {
        if let lines, lines <= ImportWork.short {
            do {
                try await ImportWork(services: services).run(id)
            } catch {
                visit.logger.error("the work on a list stopped", metadata: ["list": "\(id)", "error": "\(error)"])
            }
        }
        return .redirect(to: ImportRoutes.show.path(language, id))
    }

    private func find(_ id: Int64, _ signedIn: SignedIn) async throws -> (Import, any ImportKind) {
        let one = try await services.database.read { try ImportStore.find(id, on: $0) }
        guard let one, let kind = kinds(for: signedIn).first(where: { $0.name == one.kind }) else { throw WebFailure.notFound }
        return (one, kind)
    }

    private func draw(
        _ id: Int64, _ state: FormState, _ outcome: ImportLine.Outcome?, _ page: Int, _ visit: Visit, _ signedIn: SignedIn
    ) async throws -> Page {
        let (one, kind) = try await find(id, signedIn)
        let t = visit.translator
        let view = try await services.database.read { db in try ImportView.read(one, kind, outcome, page: page, t, on: db) }
        guard page <= view.lastPage else { throw WebFailure.notFound }
        return ImportPreview(view: view, state: state, zone: signedIn.person.timeZone, t: t).draw(desk(visit, signedIn))
    }

    private func form(_ kind: any ImportKind, _ state: FormState, _ visit: Visit, _ signedIn: SignedIn) async throws -> Page {
        let t = visit.translator
        let subjects = try await services.database.read { db in try kind.subjects(t, on: db) }
        return ImportPages.form(kind, subjects: subjects, state, desk(visit, signedIn), t)
    }

    private func kinds(for signedIn: SignedIn) -> [any ImportKind] {
        services.kinds.filter { signedIn.person.may($0.role) }
    }

    private func desk(_ visit: Visit, _ signedIn: SignedIn) -> DeskPage {
        DeskPage(services.menu, for: signedIn, visit.translator)
    }
}
