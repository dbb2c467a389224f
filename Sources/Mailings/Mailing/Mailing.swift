internal import People
public import Text
public import Time

/// One text to many people, each of whom is written to once: whom it is for, what it says in each language, and how far it has come.
public struct Mailing: Sendable, Hashable, Identifiable {
    /// The row's key.
    public let id: Int64
    /// Whom it is for.
    public let audience: Audience
    /// Whether everybody may read it in the archive once it goes out.
    public let isPublic: Bool
    /// What it says, in the languages it was written in; the language written first comes first.
    public let words: [MailingWords]
    /// When it was begun.
    public let createdAt: Instant
    /// When each step was taken, as far as they were.
    public let steps: Steps

    /// The steps of a mailing. Each is a moment, so that the page can say since when.
    public struct Steps: Sendable, Hashable {
        /// Since when it may go out; from then on nothing in it changes.
        public var approvedAt: Instant?
        /// When its recipients were put down.
        public var gatheredAt: Instant?
        /// Since when nothing more is handed over.
        public var pausedAt: Instant?
        /// When somebody stopped it for good.
        public var cancelledAt: Instant?
        /// When the last message was handed over.
        public var endedAt: Instant?

        /// Steps that were taken.
        public init(
            approvedAt: Instant? = nil, gatheredAt: Instant? = nil, pausedAt: Instant? = nil, cancelledAt: Instant? = nil,
            endedAt: Instant? = nil
        ) {
            self.approvedAt = approvedAt
            self.gatheredAt = gatheredAt
            self.pausedAt = pausedAt
            self.cancelledAt = cancelledAt
            self.endedAt = endedAt
        }
    }

    /// How far a mailing has come.
    public enum State: String, Sendable, CaseIterable {
        /// It is being written.
        case draft
        /// It goes out.
        case sending
        /// It waits for somebody to let it go on.
        case paused
        /// Everybody was written to.
        case sent
        /// It was stopped before everybody was written to.
        case cancelled
    }
}

extension Mailing {
    /// How far it has come.
    public var state: State {
        if steps.cancelledAt != nil { return .cancelled }
        if steps.endedAt != nil { return .sent }
        if steps.pausedAt != nil { return .paused }
        return steps.approvedAt != nil ? .sending : .draft
    }

    /// The words for a reader of that language: in it, else in the language that it is a form of, else in English, else in the one that was
    /// written first. Nil while nothing is written.
    public func words(for language: Language) -> MailingWords? {
        let chain = [language, language.base, .english]
        return chain.lazy.compactMap { wished in words.first { $0.language == wished } }.first ?? words.first
    }

    /// The words in that language and no other; nil if there are none.
    func words(in language: Language) -> MailingWords? { words.first { $0.language == language } }

    /// What lists, pages and the log call it: its subject as somebody without a name reads it.
    func title(for language: Language) -> String? {
        words(for: language).map { $0.subject(for: nil) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What messages of mailings are posted for; the number is that of the recipient.
    public static let mailKind = "mailing"

    /// How long it is kept which mailbox a mailing went to. Numbers stay.
    static let recipientsKeptFor = Duration.days(180)
    /// How long a mailbox that turned out to be gone is left alone: a repaired one is written to again some day.
    static let returnedHoldsFor = Duration.days(180)
    /// The time over which the cap on mails counts.
    static let week = Duration.days(7)
}
