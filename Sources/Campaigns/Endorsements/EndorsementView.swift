public import Organisations
public import Storage
public import Text

/// The organisations that endorse a campaign and that everybody may see, by category.
public struct EndorsementView: Sendable {
    /// The organisations of one category, by name.
    public struct Group: Sendable {
        /// What they are.
        public let category: Organisations.Category
        /// Who.
        public let organisations: [DirectoryEntry]
    }

    /// The categories that have any, in their order.
    public let groups: [Group]

    /// How many organisations.
    public var count: Int { groups.reduce(0) { $0 + $1.organisations.count } }

    /// How many of a category the page of a campaign names: its weight has a bound, and the others have their page.
    static let shown = 12

    /// Reads them for a reader of that language.
    public static func read(_ campaign: Int64, for reader: Language, on db: any Reader) throws -> EndorsementView {
        let ids = try EndorsementStore.organisations(endorsing: campaign, on: db)
        let entries = Dictionary(grouping: try OrganisationStore.entries(of: ids, for: reader, on: db), by: \.category)
        return EndorsementView(
            groups: Organisations.Category.allCases.compactMap { category in
                entries[category].map { Group(category: category, organisations: $0) }
            })
    }
}
