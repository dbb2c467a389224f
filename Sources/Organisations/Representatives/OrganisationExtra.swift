public import HTML

/// What a feature shows on an organisation's page, or offers to whoever may act for it, beside its profile.
public struct OrganisationExtra: Sendable {
    let title: String
    let content: HTML

    var section: HTML { "<section><h2>\(title)</h2>\(content)</section>" }

    /// A part with a heading.
    public init(title: String, content: HTML) {
        self.title = title
        self.content = content
    }
}
