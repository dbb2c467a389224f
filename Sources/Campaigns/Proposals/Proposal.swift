public import Time

/// That an organisation wants to carry a common campaign into its country. What it would say is a draft of a campaign; moderators publish it or not.
public struct Proposal: Sendable, Hashable {
    /// The draft.
    public let campaign: Int64
    /// The account that sent it, or nil once that is gone.
    public let person: Int64?
    /// When it was sent.
    public let askedAt: Instant

    /// How many of an organisation may wait at a time.
    static let mostWaiting = 3
    /// The longest text of reasons, in characters: it is read in the queue.
    static let longestBody = 8_000
}
