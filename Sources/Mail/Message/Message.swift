public import Text

/// One message to one person, in words that are already in the person's language. How it looks is decided when it is sent.
public struct Message: Hashable, Sendable, Codable {
    /// Whom it is for.
    public var to: Mailbox
    /// The language of the words, which also chooses those that the room adds.
    public var language: Language
    /// The subject; control characters are dropped when it is sent.
    public var subject: String
    /// What the message says, from top to bottom.
    public var blocks: [Block]
    /// What the message was sent for, so that a returned one finds its way back.
    public var origin: MailOrigin
    /// An address (http or https) where one request without sign-in stops messages of this kind (RFC 8058). A message that has one
    /// counts as bulk mail: it lets personal messages pass first.
    public var unsubscribe: String?

    /// A message in the making; `Outbox.post` takes it.
    public init(
        to: Mailbox, language: Language, subject: String, blocks: [Block], origin: MailOrigin, unsubscribe: String? = nil
    ) {
        self.to = to
        self.language = language
        self.subject = subject
        self.blocks = blocks
        self.origin = origin
        self.unsubscribe = unsubscribe
    }

    /// A piece of a message. Texts are plain unless said otherwise; a line feed inside one breaks the line.
    public enum Block: Hashable, Sendable, Codable {
        /// Words.
        case paragraph(String)
        /// The one thing to do, and the absolute address (http, https) where it is done; the plain text shows the address.
        case button(label: String, url: String)
        /// Digits or letters to type somewhere; without a label it reads "Your code".
        case code(String, label: String? = nil)
        /// Words of less weight: why the person gets this, how long a link holds.
        case note(String)
        /// A longer text in the project's Markdown, with complete addresses in its links: the plain text shows it as it was written.
        case markdown(String)

        /// The first words to somebody, in the reader's language.
        public static func greeting(_ name: String, _ t: Translator) -> Block {
            .paragraph(t("mail.hello", name))
        }
    }
}

/// What a message was sent for: a kind that one feature owns, and its number there.
public struct MailOrigin: Hashable, Sendable, Codable {
    /// The noun of the feature, such as `signature`.
    public let kind: String
    /// Which one of them.
    public let id: Int64

    /// An origin by kind and number.
    public init(kind: String, id: Int64) {
        self.kind = kind
        self.id = id
    }
}
