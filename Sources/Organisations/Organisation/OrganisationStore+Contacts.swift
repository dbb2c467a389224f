public import Mail
public import People
public import Storage
internal import Text
internal import Time

extension OrganisationStore {
    /// Writes down a contact; one with the same mailbox is brought up to date and stays confirmed. `person` is the account that does so, nil
    /// for a command or a list brought in. Answers its key.
    @discardableResult
    public static func put(_ details: Contact.Details, of organisation: Int64, by person: Int64? = nil, on db: any Writer) throws -> Int64?
    {
        try db.row(
            """
            INSERT INTO contact (organisation, name, function, mailbox, language, official, added_by)
            VALUES (\(organisation), \(details.name), \(details.function), \(details.mailbox.address), \(details.language.code),
                \(details.isOfficial), \(person))
            ON CONFLICT (organisation, mailbox) DO UPDATE SET name = excluded.name, function = excluded.function,
                language = excluded.language, official = excluded.official, added_by = excluded.added_by
            RETURNING id
            """)?["id"]
    }

    /// Erases a contact who left; the name leaves the log as well.
    public static func removeContact(_ id: Int64, on db: any Writer) throws {
        try AuditStore.forget(contact: id, on: db)
        try db.run("DELETE FROM contact WHERE id = \(id)")
    }

    /// Every contact with that mailbox: what is kept about the person behind it.
    public static func contacts(at mailbox: Mailbox, on db: any Reader) throws -> [Contact] {
        try contacts("mailbox = \(mailbox.address)", on: db)
    }

    /// The contacts of an organisation, official ones first. For those who keep the directory: no public page shows them.
    public static func contacts(of organisation: Int64, on db: any Reader) throws -> [Contact] {
        try contacts("organisation = \(organisation)", on: db)
    }

    /// The contacts of many organisations.
    static func contacts(of organisations: [Int64], on db: any Reader) throws -> [Contact] {
        try contacts("organisation IN \(list: organisations)", on: db)
    }

    /// The official contacts who may decide on what a person sent: not those whom that person put there, nor the person.
    public static func deciders(of organisation: Int64, on person: Person, on db: any Reader) throws -> [Contact] {
        try contacts(
            """
            organisation = \(organisation) AND official = \(true) AND mailbox <> \(person.mailbox)
            AND (added_by IS NULL OR added_by <> \(person.id))
            """, on: db)
    }

    /// Takes the name out of every contact with that mailbox, and out of the log of what they decided: its person has left.
    static func forgetContactName(mailbox: String, on db: any Writer) throws {
        for row in try db.rows("SELECT id FROM contact WHERE mailbox = \(mailbox)") {
            try AuditStore.forget(contact: try row["id"], on: db)
        }
        try db.run("UPDATE contact SET name = NULL WHERE mailbox = \(mailbox)")
    }

    private static func contacts(_ condition: SQL, on db: any Reader) throws -> [Contact] {
        try db.rows(
            """
            SELECT id, organisation, name, function, mailbox, language, official, confirmed_at FROM contact
            WHERE \(sql: condition) ORDER BY official DESC, id
            """
        ).compactMap { row in
            let address: String = try row["mailbox"]
            guard let mailbox = Mailbox(address), let language = Language(try row["language"]) else { return nil }
            return Contact(
                id: try row["id"], organisation: try row["organisation"],
                details: Contact.Details(
                    name: try row["name"], function: try row["function"], mailbox: mailbox, language: language,
                    isOfficial: try row["official"]), confirmedAt: try row["confirmed_at"])
        }
    }
}
