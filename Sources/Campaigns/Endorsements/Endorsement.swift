public import Files
internal import Storage
public import Time
internal import Web

/// That an organisation stands behind a campaign's manifesto: who signed for it, when it decided, and who confirmed that it did. Organisations
/// are listed beside the people who sign, and never added to them.
public struct Endorsement: Sendable, Hashable, Identifiable {
    /// The row's key.
    public let id: Int64
    /// What it endorses.
    public let campaign: Int64
    /// Who endorses.
    public let organisation: Int64
    /// What its representative wrote.
    public let details: Details
    /// The account that sent it, or nil once that is gone.
    public let person: Int64?
    /// When it was sent.
    public let askedAt: Instant
    /// Since when it stands, or nil while nobody has confirmed it.
    public let confirmedAt: Instant?
    /// Since when it no longer does: withdrawn or refused. The row stays, and says so.
    public let endedAt: Instant?
    /// Why it ended, or nil.
    let end: End?
    /// The signed letter that came with it, for those who decide on it and its own people: it is not published.
    public let letter: StoredFile?

    /// What is written down about an endorsement.
    public struct Details: Sendable, Hashable {
        /// Who signed for the organisation.
        public let signatory: String
        /// What they do there.
        public let function: String
        /// The day on which the organisation decided.
        public let decidedOn: CivilDay

        /// Details.
        public init(signatory: String, function: String, decidedOn: CivilDay) {
            self.signatory = signatory
            self.function = function
            self.decidedOn = decidedOn
        }
    }

    /// Whether it stands.
    public var stands: Bool { confirmedAt != nil && endedAt == nil }

    /// The largest letter, in bytes.
    static let largestLetter = 5_000_000
    /// What a letter may be: a document, or a photograph of one.
    static let letterKinds: [FileKind] = [.pdf, .jpeg, .png]

    /// How long the link of a mail to an official contact works.
    static let linkHolds = Duration.days(60)

    /// How often an organisation may send one within a day: each time its contacts get a mail.
    static let asksADay = 3

    /// Why an endorsement no longer holds. The raw value is stored.
    enum End: String, Sendable, SQLEncodable, SQLDecodable {
        /// The organisation took it back.
        case withdrawn
        /// Its official contact, or a moderator, said no.
        case refused
    }
}
