public import HTML

/// What a feature offers to whoever may act for an organisation, beside its profile.
public struct OrganisationExtra: Sendable {
    let title: String
    let content: HTML

    /// A part with a heading.
    public init(title: String, content: HTML) {
        self.title = title
        self.content = content
    }
}
