internal import Storage
internal import Text
internal import Time

/// Everybody who may be written to, as the program put it together from its features.
public struct Audiences: Sendable {
    /// The kinds of people, in the order of the form.
    public let sources: [any AudienceSource]
    let choices: [AudienceChoices]

    /// Audiences of these sources, besides those who hold a role. Where a mailbox is in several, the one that comes first says why it is written to.
    public init(_ sources: [any AudienceSource], choices: [AudienceChoices]) {
        self.sources = sources + [StaffAudience()]
        self.choices = AudienceChoices.own + choices
    }

    /// The source of that name, as long as the program has it.
    func source(_ name: String) -> (any AudienceSource)? {
        sources.first { $0.name == name }
    }

    /// The sources of an audience, in order.
    func sources(of audience: Audience) -> [any AudienceSource] {
        sources.filter { audience.sources.contains($0.name) }
    }
}
