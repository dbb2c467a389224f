public import HTML
public import Mail
public import People
public import Storage
public import Text
public import Time

/// Something that waits for a decision.
public struct QueueCase: Sendable, Identifiable {
    /// Its key among those of its kind.
    public let id: Int64
    /// What it is called: words of whoever sent it.
    public let title: String
    /// Why it waits, in the reader's words.
    public let why: String
    /// What is known about it.
    public let facts: [(label: String, words: String)]
    /// The accounts of whoever sent it: they do not decide on it themselves.
    public let authors: Set<Int64>
    /// Since when it waits.
    public let since: Instant
    /// Where more can be seen, if anywhere.
    public let address: URLPath?
    /// What came with it, to look at.
    public let documents: [(words: String, address: URLPath)]
    /// Whether its sender can be asked something.
    public let canBeAsked: Bool

    /// A case. Give `author` where one account is known to have sent it, `authors` where several may be the same person's.
    public init(
        id: Int64, title: String, why: String, facts: [(label: String, words: String)], author: Int64? = nil, authors: Set<Int64> = [],
        since: Instant, address: URLPath? = nil, documents: [(words: String, address: URLPath)] = [], canBeAsked: Bool
    ) {
        self.id = id
        self.title = title
        self.why = why
        self.facts = facts
        self.authors = author.map { authors.union([$0]) } ?? authors
        self.since = since
        self.address = address
        self.documents = documents
        self.canBeAsked = canBeAsked
    }
}

/// What a moderator decides.
public struct Decision: Sendable, Hashable {
    /// One of three answers.
    public enum Verdict: String, AuditVerb, CaseIterable {
        /// It may stay, or be published.
        case keep
        /// It may not.
        case refuse
        /// Its sender is asked something, and it waits on.
        case ask
    }

    /// What keeping means for things of a kind; words for each are in the catalogue.
    public enum Keeping: String, Sendable, CaseIterable {
        /// It was there, and stays.
        case keep
        /// It waited, and holds from now on.
        case confirm
        /// Nobody saw it, and everybody may.
        case publish
    }

    /// Why something is refused; words for each are in the catalogue.
    public enum Reason: String, Sendable, CaseIterable {
        case duplicate, invented, advertising, insult, notEntitled, other
    }

    /// The answer.
    public let verdict: Verdict
    /// Why, where it is refused.
    public let reason: Reason?
    /// The moderator's own words: the question where something is asked.
    public let note: String

    /// A decision.
    public init(_ verdict: Verdict, reason: Reason? = nil, note: String = "") {
        self.verdict = verdict
        self.reason = reason
        self.note = note
    }

    /// How a letter begins that tells somebody what became of what they sent: the outcome, and where a moderator decided, the reason in the
    /// reader's words and the moderator's own.
    public static func letter(to name: String, _ outcome: String, because decision: Decision?, _ t: Translator) -> [Message.Block] {
        let reason = decision?.reason.map { t("moderation.letter.reason", t("moderation.reason.\($0.rawValue)")) }
        let explanation = [reason, decision?.note].compactMap { $0 }.filter { !$0.isEmpty }
        return [.greeting(name, t), .paragraph(outcome)] + explanation.map { .paragraph($0) }
    }
}

/// Where things come from that wait for a decision: each feature has its own.
public protocol QueueSource: Sendable {
    /// The noun of the feature, as it stands in addresses and in the log: `signature`.
    var kind: String { get }
    /// The key of the catalogue for the heading above its cases.
    var title: String { get }
    /// What keeping one of its cases means.
    var keeping: Decision.Keeping { get }
    /// Why its cases are refused.
    var reasons: [Decision.Reason] { get }

    /// How many wait.
    func count(on db: any Reader) throws -> Int
    /// Those that wait longest, at most `limit`.
    func cases(limit: Int, _ t: Translator, on db: any Reader) throws -> [QueueCase]
    /// One that still waits, or nil.
    func find(_ id: Int64, _ t: Translator, on db: any Reader) throws -> QueueCase?
    /// Carries out a decision, in the write that records it.
    func decide(_ id: Int64, _ decision: Decision, on db: any Writer) throws
}
