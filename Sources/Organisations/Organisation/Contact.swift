public import Mail
public import Text
public import Time

/// How the secretariat reaches an organisation. Never public: no page and no export of the directory shows it.
public struct Contact: Sendable, Hashable, Identifiable {
    /// The row's key.
    public let id: Int64
    /// Whom it leads to.
    public let organisation: Int64
    /// What the contact is.
    public let details: Details
    /// When somebody behind the mailbox first answered by the link of a mail to it, or nil.
    public let confirmedAt: Instant?

    /// What somebody writes down about a contact.
    public struct Details: Sendable, Hashable {
        /// The person's name; a function is enough.
        public let name: String?
        /// What the person does there: "general secretary".
        public let function: String
        /// Where mail goes.
        public let mailbox: Mailbox
        /// The language to write in.
        public let language: Language
        /// Whether this contact may confirm who speaks for the organisation.
        public let isOfficial: Bool

        /// A contact's details.
        public init(name: String? = nil, function: String, mailbox: Mailbox, language: Language, isOfficial: Bool = false) {
            self.name = name
            self.function = function
            self.mailbox = mailbox
            self.language = language
            self.isOfficial = isOfficial
        }
    }
}
