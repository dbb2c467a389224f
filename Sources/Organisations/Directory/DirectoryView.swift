internal import Storage
internal import Text

/// Everything a page of the directory shows, read in one snapshot.
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

    static func read(_ filter: DirectoryFilter, page: Int, for reader: Language, on db: any Reader) throws -> DirectoryView {
        let counts = try OrganisationStore.counts(filter, on: db)
        let entries = try OrganisationStore.entries(filter, for: reader, limit: pageSize, offset: (page - 1) * pageSize, on: db)
        return DirectoryView(
            filter: filter, page: page,
            total: filter.category.map { counts[$0] ?? 0 } ?? Category.top.reduce(0) { $0 + (counts[$1] ?? 0) },
            counts: counts, entries: entries, members: try OrganisationStore.memberCounts(entries.map(\.id), on: db),
            choices: try DirectoryChoices.read(for: reader, chosen: filter.network, on: db))
    }
}
