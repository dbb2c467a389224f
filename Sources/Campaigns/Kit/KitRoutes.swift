public import Text
public import Web

/// The addresses of a campaign's kit.
public enum KitRoutes {
    /// What there is to download, and words to share.
    public static let kit = Route<Language, String>(.get, "/{language}/campaigns/{slug}/kit")
    /// One file of it.
    public static let file = Route<String, Int64>(.get, "/campaigns/{slug}/kit/{id}")
    /// The kit at the desk.
    public static let desk = Route<Language, String>(.get, "/{language}/desk/campaigns/{slug}/kit", query: ["done"])
    /// Another file, sent.
    public static let add = Route<Language, String>(.post, "/{language}/desk/campaigns/{slug}/kit")
    /// Taking one away.
    public static let remove = Route<Language, String, Int64>(.post, "/{language}/desk/campaigns/{slug}/kit/{id}/removal")
}
