public import People
public import Secrets
public import Storage
public import Text
public import Time

/// All SQL of the links by which an official contact of an organisation decides something: who speaks for it, whether it endorses a campaign.
public enum ContactKeyStore {
    /// What a link is about.
    public struct Found: Sendable, Hashable {
        /// The thing to decide on, in the table of its feature.
        public let subject: Int64
        /// The key of the contact who got the link.
        let contact: Int64
        /// Who that is, as the log says it: the name, or else the mailbox, and what they do there.
        let name: String

        /// The contact as the log names whoever answers.
        public func contact(of organisation: Organisation, for reader: Language) -> AuditEntry.Contact {
            AuditEntry.Contact(contact, name: name, of: organisation.name(for: reader).name)
        }
    }

    /// Makes a link's token for a contact.
    public static func make(_ kind: String, _ subject: Int64, for contact: Int64, until end: Instant, on db: any Writer) throws -> Token {
        let token = Token.random()
        try db.run(
            """
            INSERT INTO contact_key (hash, contact, kind, subject, expires_at)
            VALUES (\(token.hash), \(contact), \(kind), \(subject), \(end))
            """)
        return token
    }

    /// What a link is about, while it works: not for a contact who is no longer official, and not while the leadership is contested.
    public static func find(_ token: Token, _ kind: String, at now: Instant, on db: any Reader) throws -> Found? {
        let row = try db.row(
            """
            SELECT k.subject, c.id, COALESCE(c.name, c.mailbox) AS name, c.function FROM contact_key AS k JOIN contact AS c ON c.id = k.contact
            WHERE k.hash = \(token.hash) AND k.kind = \(kind) AND k.expires_at > \(now) AND c.official = \(true)
            AND NOT EXISTS (SELECT 1 FROM contest WHERE contest.organisation = c.organisation)
            """)
        return try row.map { row in
            let (name, function): (String, String) = try (row["name"], row["function"])
            return try Found(subject: row["subject"], contact: row["id"], name: "\(name), \(function)")
        }
    }

    /// Takes an answer by a link: whoever has it has the mailbox of its contact, which is confirmed with that, and every link about the thing
    /// ends. False if there was none: somebody else was quicker.
    public static func answer(_ token: Token, _ kind: String, _ subject: Int64, at now: Instant, on db: any Writer) throws -> Bool {
        try db.run(
            """
            UPDATE contact SET confirmed_at = \(now) WHERE confirmed_at IS NULL
            AND id IN (SELECT contact FROM contact_key WHERE hash = \(token.hash) AND kind = \(kind) AND subject = \(subject))
            """)
        return try end(kind, subject, on: db)
    }

    /// Ends every link about a thing: it is decided. False if there was none: somebody else was quicker.
    @discardableResult
    public static func end(_ kind: String, _ subject: Int64, on db: any Writer) throws -> Bool {
        try db.run("DELETE FROM contact_key WHERE kind = \(kind) AND subject = \(subject)") > 0
    }

    static func purge(at now: Instant, on db: any Writer) throws {
        try db.run("DELETE FROM contact_key WHERE expires_at <= \(now)")
    }
}
