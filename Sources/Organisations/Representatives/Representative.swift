internal import Storage
public import Time

/// A person who may act for an organisation, for a year at a time. A mailbox is not a mandate: somebody of the organisation, or a moderator, says so.
public struct Representative: Sendable, Hashable, Identifiable {
    /// The row's key.
    public let id: Int64
    /// Whom they act for.
    public let organisation: Int64
    /// The account that acts.
    public let person: Int64
    /// What they do there: "general secretary".
    public let function: String
    /// When they asked.
    public let askedAt: Instant
    /// Since when they may, or nil while nobody has confirmed it.
    public let confirmedAt: Instant?
    /// Until when, unless it is renewed.
    public let expiresAt: Instant?
    /// Since when they no longer may.
    public let endedAt: Instant?

    /// How long a mandate holds.
    public static let term = Duration.days(365)
    /// How long before its end the yearly mail asks whether it goes on.
    static let noticeBefore = Duration.days(30)
    /// How long the link of a mail to an official contact works.
    static let linkHolds = Duration.days(30)
    /// How often a person may ask within a day: each time the contacts of an organisation get a mail.
    public static let asksADay = 5
    /// The longest function, in characters.
    static let longestFunction = 100

    /// Whether they may act at that moment.
    public func isInForce(at now: Instant) -> Bool {
        confirmedAt != nil && endedAt == nil && expiresAt.map { $0 > now } ?? false
    }

    /// Whether its time is over, also while the nightly work has not ended it yet.
    func isOver(at now: Instant) -> Bool {
        endedAt != nil || expiresAt.map { $0 <= now } ?? false
    }

    /// Why a mandate ended. The raw value is stored.
    enum End: String, Sendable, SQLEncodable {
        /// Nobody renewed it.
        case expired
        /// The person gave it back.
        case givenBack
        /// The organisation or a moderator said no, or no longer.
        case refused
    }
}
