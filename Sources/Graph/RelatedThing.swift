public import Text

/// A thing that belongs to another, as a list shows it: everybody may see it.
public struct RelatedThing: Sendable, Hashable {
    /// What names it.
    public let key: Thing.Key
    /// What stands in its address.
    public let slug: String
    /// What it is called, in the reader's language, else in English, else in whatever language there is.
    public let title: String
    /// The language of the title.
    public let language: Language
    /// ISO 3166-1 alpha-2, if it belongs to one country.
    public let country: String?
}
