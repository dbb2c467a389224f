public import Time

/// What somebody of the secretariat did, kept for as long as the site: who, what, to what, why.
public struct AuditEntry: Sendable, Hashable, Identifiable {
    /// What was acted upon: a kind, its key, and what it was called then.
    public struct Subject: Sendable, Hashable {
        /// `person`, `organisation`, `campaign` …
        public let kind: String
        /// Its key, if it is a row.
        public let id: Int64?
        /// What it was called.
        public let name: String

        /// A subject.
        public init(_ kind: String, _ id: Int64? = nil, name: String = "") {
            self.kind = kind
            self.id = id
            self.name = name
        }
    }

    /// The official contact of an organisation, who acts by the link of a mail and need have no account.
    public struct Contact: Sendable, Hashable {
        /// The contact's key.
        public let id: Int64
        /// Who that is: a name or the mailbox, and what they do there.
        public let name: String
        /// What the organisation was called.
        public let organisation: String

        /// A contact.
        public init(_ id: Int64, name: String, of organisation: String) {
            self.id = id
            self.name = name
            self.organisation = organisation
        }
    }

    /// The row's key.
    public let id: Int64
    /// When.
    public let at: Instant
    /// Who; nil for a command at the machine, for an official contact, or for somebody whose account is gone.
    public let person: Int64?
    /// What they were called; empty once their account is gone, or the contact.
    public let personName: String
    /// The organisation whose official contact did it by a link; nil for everybody else.
    public let contactOf: String?
    /// What was done: the name of an `AuditVerb`, of this program or an earlier one.
    public let verb: String
    /// To what.
    public let subject: Subject
    /// Why, or what exactly; may be empty.
    public let note: String
}
