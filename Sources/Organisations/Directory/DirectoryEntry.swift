internal import Geography
internal import Storage
internal import Text

/// An organisation as lists show it.
struct DirectoryEntry: Sendable, Hashable {
    let id: Int64
    let slug: String
    /// The name for the reader of the list.
    let name: Organisation.Name
    let category: Category
    let country: Country?

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
