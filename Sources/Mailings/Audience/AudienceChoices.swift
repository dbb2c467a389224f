public import Storage
public import Text

/// What can be chosen for one facet of an audience, told by whoever knows it.
public struct AudienceChoices: Sendable {
    /// A group of choices under a heading; without words it has none.
    public typealias Group = (words: String, options: [(value: String, words: String)])

    /// What is chosen by it.
    public let facet: Audience.Facet
    let groups: @Sendable (Translator, any Reader) throws -> [Group]

    /// The choices of a facet in a reader's language.
    public init(_ facet: Audience.Facet, groups: @escaping @Sendable (Translator, any Reader) throws -> [Group]) {
        self.facet = facet
        self.groups = groups
    }
}
