public import Storage
public import Text
public import Time

/// A person's name under a campaign. It counts from its confirmation until it is removed.
public struct Signature: Sendable, Hashable, Identifiable {
    /// Why a signature no longer stands.
    public enum Removal: String, Sendable, SQLEncodable, SQLDecodable {
        /// The person took it back; their data is erased.
        case withdrawn
        /// Mail to its mailbox came back.
        case returned
        /// A moderator refused it.
        case refused
    }

    /// Why a moderator should look at a signature.
    public enum Flag: String, Sendable, SQLEncodable, SQLDecodable {
        /// One more name on a mailbox that signed with many that day.
        case mailbox
        /// One more form from an address that sent very many.
        case source
        /// Its mailbox is watched for, and gets no mail.
        case blockedMailbox
        /// Its mailbox is of a domain that is watched for, and gets no mail.
        case blockedDomain
        /// It came from an address that is watched for.
        case network
        /// It holds words that are watched for.
        case word
        /// By rules for mailboxes that changed since, the same person signed already.
        case twice

        /// Whether its mailbox gets no mail before a moderator lets it through.
        var isSilent: Bool { self == .mailbox || self == .blockedMailbox || self == .blockedDomain }
    }

    /// The row's key.
    public let id: Int64
    /// The campaign it stands under.
    public let campaign: Int64
    /// The name as it was typed; empty once withdrawn.
    public let name: String
    /// Where mail goes; empty once withdrawn.
    public let mailbox: String
    /// ISO 3166-1 alpha-2.
    public let country: String
    /// What the person may choose to show, and to change later.
    public let appearance: Appearance
    /// The language in which the person signed and is written to.
    public let language: Language
    /// Why a moderator should look at it, if one should.
    public let flag: Flag?
    /// When the form was sent.
    public let createdAt: Instant
    /// When the mailbox was confirmed, if it was.
    public let confirmedAt: Instant?
    /// Since when it no longer stands.
    public let removedAt: Instant?
    /// Why it no longer stands.
    public let removedWhy: Removal?
    /// How many mails were sent for it.
    public let mails: Int
    /// When the last of them was written.
    public let mailedAt: Instant

    /// What others see of a signature, if anything.
    public struct Appearance: Sendable, Hashable {
        /// The town, if given.
        public let town: String?
        /// The organisation the person belongs to, if given.
        public let organisation: String?
        /// A sentence of their own, if given.
        public let sentence: String?
        /// Whether name, town, country, organisation and sentence may be shown to everybody.
        public let shown: Bool

        /// An appearance.
        public init(town: String?, organisation: String?, sentence: String?, shown: Bool) {
            self.town = town
            self.organisation = organisation
            self.sentence = sentence
            self.shown = shown
        }
    }
}

extension Signature {
    /// How many mails a signature may cause, so that nobody's mailbox is flooded through our form.
    public static let maximumMails = 5
    /// A form sent again so soon is the same one, and causes no second mail.
    public static let sameForm = Duration.minutes(10)
    /// How many names one mailbox may sign with in a day before further ones wait for the next, so that nobody's mailbox is flooded by names.
    public static let namesPerMailboxAndDay = 6
    /// How long one of the further names waits for the mailbox to confirm another.
    public static let heldFor = Duration.days(14)
    /// How many wrong codes are accepted before only the link helps.
    public static let maximumCodeTries = 5
    /// How long the link and the code of a mail confirm.
    public static let confirmsFor = Duration.days(30)
    /// When an unconfirmed signature is reminded, once.
    public static let reminderAfter = Duration.days(2)
    /// When an unconfirmed signature and everything about it is erased.
    public static let erasedAfter = Duration.days(60)
    /// How long the list of messages sent (to whom, which subject; the text is erased when it is sent) is kept.
    public static let messagesListedFor = Duration.days(90)
    /// How long the hashed address a form came from is kept, to find floods.
    public static let sourceKeptFor = Duration.days(14)

    /// What the person answered besides name and mailbox.
    var answers: Answers { Answers(country: country, appearance: appearance) }

    /// Answers that a second form may change while a signature waits.
    struct Answers: Hashable {
        let country: String
        let appearance: Appearance
    }

    /// Whether it counts.
    public var stands: Bool { confirmedAt != nil && removedAt == nil }
    /// Whether a confirmation would make it count.
    public var awaitsConfirmation: Bool { !stands && removedWhy != .withdrawn && removedWhy != .refused }
}

/// A signature as a page may show it.
public struct ShownSignature: Sendable, Hashable {
    /// The name.
    public let name: String
    /// ISO 3166-1 alpha-2.
    public let country: String
    /// What else the person shows.
    public let appearance: Signature.Appearance
    /// The language in which the person signed, most likely that of the sentence.
    public let language: Language
}
