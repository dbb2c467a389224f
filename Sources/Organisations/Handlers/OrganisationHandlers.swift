internal import Design
public import HTML
public import Storage
public import Text
public import Time
public import Web

/// Answers for the directory and the pages of organisations.
public struct OrganisationHandlers: Sendable {
    private let database: Database
    private let clock: Clock
    private let base: WebURL
    private let choices: Shelf<Language, DirectoryChoices>
    private let extras: @Sendable (Organisation, Language, any Reader) throws -> [OrganisationExtra]

    /// Handlers over this database; `base` is the site's own address, for exports. `extras` are what features show on an organisation's page, such
    /// as what it endorses; whatever changes them announces the organisation's topic.
    public init(
        database: Database, clock: Clock, base: WebURL,
        extras: @escaping @Sendable (Organisation, Language, any Reader) throws -> [OrganisationExtra]
    ) {
        self.extras = extras
        self.database = database
        self.clock = clock
        self.base = base
        choices = Shelf(of: database, until: ["organisations"])
    }

    /// The directory.
    public func directory(_ visit: Visit, _ language: Language) async throws -> Answer {
        var check = FormCheck(visit.fields(DirectoryFilter.fields))
        let filter = DirectoryFilter(&check)
        let page = try visit.pageNumber()
        let choices = try await choices.value(language) { try DirectoryChoices.read(for: language, on: $0) }
        let view = try await database.read { try DirectoryView.read(filter, page: page, for: language, choices: choices, on: $0) }
        guard page <= view.lastPage else { throw WebFailure.notFound }
        var state = FormState(check, "organisations", visit.translator)
        state.values = filter.values
        guard check.isClean else {
            state.values["q"] = check.values["q"]
            return .page(
                DirectoryPages.directory(view, state: state, visit.translator).marking(state, visit.translator), status: .unprocessable)
        }
        return .page(DirectoryPages.directory(view, state: state, visit.translator)).cached(Self.policy)
    }

    /// An organisation's page. One that moved leads to where it is now.
    public func organisation(_ visit: Visit, _ language: Language, _ slug: String) async throws -> Answer {
        let page = try visit.pageNumber()
        let today = CivilDay(clock.now())
        let (view, shown) = try await database.read { [extras] db in
            guard let organisation = try OrganisationStore.find(slug, on: db) else {
                guard let current = try OrganisationStore.currentSlug(of: slug, on: db) else { throw WebFailure.notFound }
                throw Answer.Instead(.permanentRedirect(to: OrganisationRoutes.organisation.path(language, current)))
            }
            return (
                try OrganisationView.read(organisation, page: page, for: language, today: today, on: db),
                try extras(organisation, language, db)
            )
        }
        guard page <= view.lastPage else { throw WebFailure.notFound }
        // The page names other organisations, so it grows old with any of them.
        return .page(OrganisationPages.organisation(view, shown, visit.translator))
            .cached(CachePolicy(topics: ["site", "organisations", view.organisation.topic]))
    }

    /// The selection as a table, row by row in flat memory.
    public func csv(_ visit: Visit) async throws -> Answer {
        let export = OrganisationExport(database: database, filter: try filter(visit), base: base)
        return Answer.stream(type: "text/csv; charset=utf-8") { try await export.writeCSV(to: $0) }.download(as: "organisations.csv")
    }

    /// The selection for scripts, object by object in flat memory.
    public func json(_ visit: Visit) async throws -> Answer {
        let export = OrganisationExport(database: database, filter: try filter(visit), base: base)
        return Answer.stream(type: "application/json") { try await export.writeJSON(to: $0) }
    }

    private static let policy = CachePolicy(topics: ["site", "organisations"])

    private func filter(_ visit: Visit) throws -> DirectoryFilter {
        var check = FormCheck(visit.fields(DirectoryFilter.fields))
        let filter = DirectoryFilter(&check)
        guard check.isClean else { throw WebFailure.badRequest("a filter that says nothing: \(check.problems.map(\.field))") }
        return filter
    }
}

extension Visit {
    /// The query as the fields of a form.
    fileprivate func fields(_ names: [String]) -> Fields {
        Fields(names.flatMap { name in queries(name).map { (name: name, value: $0) } })
    }
}
