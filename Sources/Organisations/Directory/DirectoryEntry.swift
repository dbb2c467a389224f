public import Geography
internal import Storage
internal import Text

/// An organisation as lists show it.
public struct DirectoryEntry: Sendable, Hashable {
    /// The row's key.
    public let id: Int64
    /// What stands in its address.
    public let slug: String
    /// The name for the reader of the list.
    public let name: Organisation.Name
    /// What it is.
    public let category: Category
    /// Where it has its seat; nil for international ones.
    public let country: Country?

    init(_ row: Row) throws {
        id = try row["organisation"]
        slug = try row["slug"]
        name = Organisation.Name(
            language: Language(try row["name_language"]) ?? .english, name: try row["name"], acronym: try row["acronym"])
        category = try row["category"]
        let country: String? = try row["country"]
        self.country = country.flatMap(Country.init(code:))
    }
}
