public import Storage
public import Time

/// All SQL of the audit log. Entries are only added; when a person is erased, their name leaves the entries and what was done stays.
public enum AuditStore {
    /// Adds an entry. Belongs into the write that does what it tells. Without a person it was a command at the machine.
    public static func add(
        _ verb: some AuditVerb, _ subject: AuditEntry.Subject, by person: Person?, note: String = "", at now: Instant, on db: any Writer
    ) throws {
        try db.run(
            """
            INSERT INTO audit_entry (at, person, person_name, verb, subject_kind, subject, subject_name, note)
            VALUES (\(now), \(person?.id), \(person?.name ?? ""), \(verb.rawValue), \(subject.kind), \(subject.id), \(subject.name), \(note))
            """)
    }

    /// Adds an entry about what an official contact of an organisation did by a link. Belongs into the write that does what it tells.
    public static func add(
        _ verb: some AuditVerb, _ subject: AuditEntry.Subject, by contact: AuditEntry.Contact, note: String = "", at now: Instant,
        on db: any Writer
    ) throws {
        try db.run(
            """
            INSERT INTO audit_entry (at, contact, contact_of, person_name, verb, subject_kind, subject, subject_name, note)
            VALUES (\(now), \(contact.id), \(contact.organisation), \(contact.name), \(verb.rawValue), \(subject.kind), \(subject.id),
                \(subject.name), \(note))
            """)
    }

    /// Entries, newest first: those older than `before`, if it is given.
    public static func entries(before: Int64? = nil, limit: Int, on db: any Reader) throws -> [AuditEntry] {
        try db.rows(
            """
            SELECT id, at, person, person_name, contact_of, verb, subject_kind, subject, subject_name, note FROM audit_entry
            WHERE id < \(before ?? .max) ORDER BY id DESC LIMIT \(limit)
            """
        ).map(entry)
    }

    /// The last entry of that verb about a thing; nil if there is none.
    public static func last(_ verb: some AuditVerb, _ subject: AuditEntry.Subject, on db: any Reader) throws -> AuditEntry? {
        try db.row(
            """
            SELECT id, at, person, person_name, contact_of, verb, subject_kind, subject, subject_name, note FROM audit_entry
            WHERE subject_kind = \(subject.kind) AND subject = \(subject.id) AND verb = \(verb.rawValue) ORDER BY id DESC LIMIT 1
            """
        ).map(entry)
    }

    /// What a person did, oldest first.
    static func entries(by person: Int64, on db: any Reader) throws -> [AuditEntry] {
        try db.rows(
            """
            SELECT id, at, person, person_name, contact_of, verb, subject_kind, subject, subject_name, note FROM audit_entry
            WHERE person = \(person) ORDER BY id
            """
        ).map(entry)
    }

    /// Takes a person's name out of the log, as the one who acted and as the one acted upon.
    static func forget(_ person: Int64, on db: any Writer) throws {
        try db.run("UPDATE audit_entry SET person = NULL, person_name = '' WHERE person = \(person)")
        try db.run("UPDATE audit_entry SET subject_name = '', note = '' WHERE subject_kind = 'person' AND subject = \(person)")
    }

    /// Takes the name of what entries are about out of them, with their notes: it was somebody's name, and they left.
    public static func forget(_ subject: AuditEntry.Subject, on db: any Writer) throws {
        try db.run(
            "UPDATE audit_entry SET subject_name = '', note = '' WHERE subject_kind = \(subject.kind) AND subject = \(subject.id)")
    }

    /// Takes the name of an official contact out of the log: they left. For which organisation they acted stays.
    public static func forget(contact: Int64, on db: any Writer) throws {
        try db.run("UPDATE audit_entry SET contact = NULL, person_name = '' WHERE contact = \(contact)")
    }

    private static func entry(_ row: Row) throws -> AuditEntry {
        try AuditEntry(
            id: row["id"], at: row["at"], person: row["person"], personName: row["person_name"], contactOf: row["contact_of"],
            verb: row["verb"], subject: .init(row["subject_kind"], row["subject"], name: row["subject_name"]), note: row["note"])
    }
}
