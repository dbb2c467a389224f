public import Text
public import Web

/// The addresses of organisations.
public enum OrganisationRoutes {
    /// The navigation entry of everything here.
    public static let section = "organisations"

    /// The directory, filtered by its query.
    public static let directory = Route<Language>(.get, "/{language}/organisations", query: DirectoryFilter.fields + ["page"])
    /// An organisation's page; `page` leafs through the members of a network.
    public static let organisation = Route<Language, String>(.get, "/{language}/organisations/{slug}", query: ["page"])
    /// The same selection as a table for spreadsheets.
    public static let csv = FixedRoute(.get, "/organisations.csv", query: DirectoryFilter.fields)
    /// The same selection for scripts.
    public static let json = FixedRoute(.get, "/organisations.json", query: DirectoryFilter.fields)
}
