internal import Storage
internal import Text
internal import Time

/// Everything the page of an organisation shows, read in one snapshot.
struct OrganisationView: Sendable {
    let organisation: Organisation
    let themes: [Theme]
    /// What it belongs to.
    let networks: [Affiliation]
    /// Who belongs to it: those of this page.
    let members: [Affiliation]
    let memberCount: Int
    let page: Int
    /// Whether two leaderships contest each other.
    let isContested: Bool

    /// How many members a page shows.
    static let pageSize = 50

    var lastPage: Int { max(1, (memberCount + Self.pageSize - 1) / Self.pageSize) }

    static func read(_ organisation: Organisation, page: Int, for reader: Language, today: CivilDay, on db: any Reader) throws
        -> OrganisationView
    {
        let themes = Set(organisation.facts.themes)
        return OrganisationView(
            organisation: organisation,
            themes: try OrganisationStore.themes(for: reader, on: db).filter { themes.contains($0.slug) },
            networks: try OrganisationStore.networks(of: organisation.id, for: reader, today: today, on: db),
            members: try OrganisationStore.members(
                of: organisation.id, for: reader, today: today, limit: pageSize, offset: (page - 1) * pageSize, on: db),
            memberCount: try OrganisationStore.memberCount(of: organisation.id, today: today, on: db), page: page,
            isContested: try ContestStore.note(of: organisation.id, on: db) != nil)
    }
}
