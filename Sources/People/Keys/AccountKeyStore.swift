internal import Secrets
internal import Storage
internal import Text
internal import Time

/// All SQL of the keys in account mails. A key works once, within its time; only its hash is stored.
struct AccountKeyStore: Sendable {
    /// How many account mails a mailbox gets within a day, so that nobody's mailbox is flooded through our forms.
    static let mailsADay = 5

    let clock: Clock

    /// Makes a key and gives its token for the mail; nil if the mailbox got enough of them today.
    func make(_ key: AccountKey, on db: any Writer) throws -> Token? {
        let now = clock.now()
        let mailboxKey = Person.key(of: key.mailbox)
        let sent: Int =
            try db.value("SELECT count(*) FROM account_key WHERE mailbox_key = \(mailboxKey) AND created_at > \(now - .days(1))") ?? 0
        guard sent < Self.mailsADay else { return nil }
        let token = Token.random()
        try db.run(
            """
            INSERT INTO account_key (hash, purpose, person, mailbox, mailbox_key, name, password, language, created_at, expires_at)
            VALUES (\(token.hash), \(key.purpose.rawValue), \(key.person), \(key.mailbox), \(mailboxKey), \(key.name), \(key.password?.text),
                \(key.language.code), \(now), \(now + key.purpose.holds))
            """)
        return token
    }

    /// The key of a link, if it still works for that purpose.
    func find(_ token: Token, for purpose: AccountKey.Purpose, on db: any Reader) throws -> AccountKey? {
        let row = try db.row(
            """
            SELECT person, mailbox, name, password, language FROM account_key
            WHERE hash = \(token.hash) AND purpose = \(purpose.rawValue) AND expires_at > \(clock.now())
            """)
        guard let row else { return nil }
        let password: String? = try row["password"]
        return try AccountKey(
            purpose, person: row["person"], mailbox: row["mailbox"], name: row["name"],
            password: password.flatMap(PasswordHash.init(text:)),
            language: Language(try row["language"]) ?? .english)
    }

    /// Uses a key up; nil if it does not work (any more). Its row stays, without what it carried, to count mails of the day.
    func use(_ token: Token, for purpose: AccountKey.Purpose, on db: any Writer) throws -> AccountKey? {
        guard let key = try find(token, for: purpose, on: db) else { return nil }
        let isFirst =
            try db.run(
                "UPDATE account_key SET expires_at = 0, name = NULL, password = NULL WHERE hash = \(token.hash) AND expires_at > 0") == 1
        return isFirst ? key : nil
    }

    /// Whether somebody else, or the same person again, asked for an account with the mailbox of this key since: each link carries a password of
    /// its own, and whoever presses one need not be who chose that one.
    func isContested(_ token: Token, on db: any Reader) throws -> Bool {
        try db.row(
            """
            SELECT 1 AS contested FROM account_key AS one JOIN account_key AS other ON other.mailbox_key = one.mailbox_key
            WHERE one.hash = \(token.hash) AND other.hash <> one.hash AND other.purpose = \(AccountKey.Purpose.signUp.rawValue)
                AND other.expires_at > \(clock.now())
            """) != nil
    }

    /// Makes every link that would make an account with that mailbox worthless.
    func endSignUps(mailbox: String, on db: any Writer) throws {
        try db.run(
            """
            UPDATE account_key SET expires_at = 0, name = NULL, password = NULL
            WHERE mailbox_key = \(Person.key(of: mailbox)) AND purpose = \(AccountKey.Purpose.signUp.rawValue)
            """)
    }

    /// Makes every key of a person worthless: after a new password, links that were mailed before set none.
    func end(of person: Int64, on db: any Writer) throws {
        try db.run("UPDATE account_key SET expires_at = 0, name = NULL, password = NULL WHERE person = \(person)")
    }

    func purge(on db: any Writer) throws {
        let now = clock.now()
        try db.run("DELETE FROM account_key WHERE expires_at <= \(now) AND created_at < \(now - .days(1))")
    }
}

extension AccountKeyStore {
    /// Erases every key that was mailed to a mailbox.
    static func forget(mailbox: String, on db: any Writer) throws {
        try db.run("DELETE FROM account_key WHERE mailbox_key = \(Person.key(of: mailbox))")
    }
}
