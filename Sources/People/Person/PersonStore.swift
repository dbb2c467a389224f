public import Secrets
public import Storage
public import Text
public import Time

/// All SQL about people themselves; `+Roles` says what they may do.
public enum PersonStore {
    /// What is needed to make an account.
    public struct Draft: Sendable {
        let name: String
        let mailbox: String
        let password: PasswordHash
        let language: Language
        let zone: String

        /// An account in the making; its mailbox has been confirmed.
        public init(name: String, mailbox: String, password: PasswordHash, language: Language, zone: String = "UTC") {
            self.name = name
            self.mailbox = mailbox
            self.password = password
            self.language = language
            self.zone = zone
        }
    }

    /// Makes an account; nil if its mailbox has one.
    public static func create(_ draft: Draft, at now: Instant, on db: any Writer) throws -> Person? {
        let id: Int64? = try db.value(
            """
            INSERT INTO person (name, mailbox, mailbox_key, password, language, zone, created_at)
            VALUES (\(draft.name), \(draft.mailbox), \(Person.key(of: draft.mailbox)), \(draft.password.text), \(draft.language.code),
                \(draft.zone), \(now))
            ON CONFLICT (mailbox_key) DO NOTHING RETURNING id
            """)
        return try id.flatMap { try find($0, on: db) }
    }

    /// The person with that key, or nil.
    public static func find(_ id: Int64, on db: any Reader) throws -> Person? {
        try people("person.id = \(id)", on: db).first
    }

    /// The person with that key, whom nobody else changes until this write ends, on a server with several writers.
    public static func hold(_ id: Int64, on db: any Writer) throws -> Person? {
        _ = try db.row("SELECT id FROM person WHERE id = \(id)\(sql: .engine(sqlite: "", postgres: " FOR UPDATE"))")
        return try find(id, on: db)
    }

    /// The person whose account has that mailbox, or nil.
    public static func find(mailbox: String, on db: any Reader) throws -> Person? {
        try people("person.mailbox_key = \(Person.key(of: mailbox))", on: db).first
    }

    /// The hash of a person's password; nil if there is no such person or what is stored is none of ours.
    static func password(of id: Int64, on db: any Reader) throws -> PasswordHash? {
        let text: String? = try db.value("SELECT password FROM person WHERE id = \(id)")
        return text.flatMap(PasswordHash.init(text:))
    }

    /// Replaces a password.
    static func setPassword(_ password: PasswordHash, of id: Int64, on db: any Writer) throws {
        try db.run("UPDATE person SET password = \(password.text) WHERE id = \(id)")
    }

    /// Changes what a person says about themselves.
    static func setProfile(_ id: Int64, name: String, language: Language, zone: String, on db: any Writer) throws {
        try db.run("UPDATE person SET name = \(name), language = \(language.code), zone = \(zone) WHERE id = \(id)")
    }

    /// Gives a person another mailbox, which has been confirmed. False if another account has it.
    static func setMailbox(_ mailbox: String, of id: Int64, on db: any Writer) throws -> Bool {
        guard try find(mailbox: mailbox, on: db).map({ $0.id == id }) ?? true else { return false }
        try db.run("UPDATE person SET mailbox = \(mailbox), mailbox_key = \(Person.key(of: mailbox)) WHERE id = \(id)")
        return true
    }

    /// Erases a person with roles, sessions, second factor and keys. What other tables keep is erased by `PersonalDataKeeper`s first.
    static func erase(_ id: Int64, on db: any Writer) throws {
        try db.run("DELETE FROM person WHERE id = \(id)")
    }

    static func people(_ condition: SQL, more: SQL = "", on db: any Reader) throws -> [Person] {
        try db.rows(
            """
            SELECT person.id, person.name, person.mailbox, person.language, person.zone, person.created_at,
                EXISTS (SELECT 1 FROM second_factor WHERE second_factor.person = person.id) AS has_second_factor,
                (SELECT 1 FROM person_role WHERE person = person.id AND role = 'administrator') AS administrator,
                (SELECT 1 FROM person_role WHERE person = person.id AND role = 'moderator') AS moderator,
                (SELECT 1 FROM person_role WHERE person = person.id AND role = 'editor') AS editor
            FROM person WHERE \(sql: condition)\(sql: more)
            """
        ).map { row in
            let roles = try Role.allCases.filter { role in
                let has: Int64? = try row[role.rawValue]
                return has != nil
            }
            return try Person(
                id: row["id"], name: row["name"], mailbox: row["mailbox"], language: Language(try row["language"]) ?? .english,
                zone: row["zone"], roles: Set(roles), hasSecondFactor: row["has_second_factor"], createdAt: row["created_at"])
        }
    }
}
