public import Secrets
public import Storage
public import Time

/// All SQL of the links by which an official contact of an organisation decides something: who speaks for it, whether it endorses a campaign.
public enum ContactKeyStore {
    /// What a link is about.
    public struct Found: Sendable, Hashable {
        /// The thing to decide on, in the table of its feature.
        public let subject: Int64
        /// The contact who got the link.
        public let contact: Int64
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

    /// What a link is about, while it works.
    public static func find(_ token: Token, _ kind: String, at now: Instant, on db: any Reader) throws -> Found? {
        let row = try db.row(
            "SELECT subject, contact FROM contact_key WHERE hash = \(token.hash) AND kind = \(kind) AND expires_at > \(now)")
        return try row.map { try Found(subject: $0["subject"], contact: $0["contact"]) }
    }

    /// Ends every link about a thing: it is decided.
    public static func end(_ kind: String, _ subject: Int64, on db: any Writer) throws {
        try db.run("DELETE FROM contact_key WHERE kind = \(kind) AND subject = \(subject)")
    }

    static func purge(at now: Instant, on db: any Writer) throws {
        try db.run("DELETE FROM contact_key WHERE expires_at <= \(now)")
    }
}
