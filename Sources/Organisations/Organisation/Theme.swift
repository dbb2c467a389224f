public import Text

/// Something that organisations work on. Themes are data: a site adds its own.
public struct Theme: Sendable, Hashable {
    /// What stands in addresses and exports.
    public let slug: String
    /// What it is called, in the reader's language, else in English, else in whatever language there is.
    public let title: String
    /// The language of the title.
    public let language: Language
}
