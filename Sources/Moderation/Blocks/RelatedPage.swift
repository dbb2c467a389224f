public import HTML
public import Text

/// A page of a feature that belongs beside one of the desk's own.
public struct RelatedPage: Sendable {
    let label: String
    let path: @Sendable (Language) -> URLPath

    /// The page at that address, labelled by a key of the catalogue.
    public init(label: String, path: @escaping @Sendable (Language) -> URLPath) {
        self.label = label
        self.path = path
    }
}
