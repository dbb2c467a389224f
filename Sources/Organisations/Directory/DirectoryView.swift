internal import Storage
internal import Text

/// Everything a page of the directory shows. What is found is read in one snapshot; what one can choose from may be a moment older.
struct DirectoryView: Sendable {
    let filter: DirectoryFilter
    let page: Int
    /// How many organisations pass the filter.
    let total: Int
    /// How many there are by category within the rest of the filter.
    let counts: [Category: Int]
    let entries: [DirectoryEntry]
    /// How many members those of the entries have that are networks.
    let members: [Int64: Int]
    let choices: DirectoryChoices

    /// How many organisations a page shows.
    static let pageSize = 50

    var lastPage: Int { max(1, (total + Self.pageSize - 1) / Self.pageSize) }

    static func read(
        _ filter: DirectoryFilter, page: Int, for reader: Language, choices: DirectoryChoices, on db: any Reader
    ) throws -> DirectoryView {
        let search = try OrganisationStore.Search(filter, on: db)
        let counts = try OrganisationStore.counts(search, on: db)
        let total = filter.category.map { counts[$0] ?? 0 } ?? Category.top.reduce(0) { $0 + (counts[$1] ?? 0) }
        let offset = (page - 1) * pageSize
        let entries = try db.rows(OrganisationStore.entries(search, for: reader, total: total, limit: pageSize, offset: offset)).map(
            DirectoryEntry.init)
        return DirectoryView(
            filter: filter, page: page, total: total, counts: counts, entries: entries,
            members: try OrganisationStore.memberCounts(entries.map(\.id), on: db),
            choices: choices.with(try search.network.flatMap { try OrganisationStore.network($0, for: reader, on: db) }))
    }
}
