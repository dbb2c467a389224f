public import Secrets
public import Storage
public import Text
public import Time

/// Makes accounts for a command at the machine and for the demo: no mail is sent, the mailbox counts as confirmed.
public struct AccountMaker: Sendable {
    /// What is wished for.
    public struct Wish: Sendable {
        let mailbox: String
        let name: String
        let role: Role?
        let password: String
        let resetsPassword: Bool
        let language: Language

        /// An account with this mailbox and name, and a role if one is given. An account that exists keeps its password unless it is to be reset.
        public init(
            mailbox: String, name: String, role: Role?, password: String, resetsPassword: Bool = false, language: Language = .english
        ) {
            self.mailbox = mailbox
            self.name = name
            self.role = role
            self.password = password
            self.resetsPassword = resetsPassword
            self.language = language
        }
    }

    /// What came of it.
    public enum Outcome: Sendable, Hashable {
        /// There is a new account.
        case created
        /// There was one; it has the role now.
        case existed
        /// There was one; it has the role and a new password.
        case reset

        /// One sentence for the terminal.
        public var words: String {
            switch self {
            case .created: "The account is made."
            case .existed: "There is such an account already; it has the role. Its password is unchanged (--reset-password)."
            case .reset: "The account has a new password; its sessions have ended."
            }
        }
    }

    /// The password is too short for anybody's account.
    public struct PasswordTooShort: Error, CustomStringConvertible {
        /// Words for the terminal.
        public let description = "the password on standard input has fewer than \(PasswordRule.shortest) characters"
    }

    private let database: Database
    private let clock: Clock
    private let passwords: PasswordKeeper

    /// A maker for this database.
    public init(database: Database, clock: Clock, passwords: PasswordKeeper) {
        self.database = database
        self.clock = clock
        self.passwords = passwords
    }

    /// Makes the account, or gives an existing one the role. Throws `PasswordTooShort`.
    @discardableResult
    public func make(_ wish: Wish) async throws -> Outcome {
        let existing = try await database.read { try PersonStore.find(mailbox: wish.mailbox, on: $0) }
        let needsPassword = existing == nil || wish.resetsPassword
        guard !needsPassword || wish.password.unicodeScalars.count >= PasswordRule.shortest else { throw PasswordTooShort() }
        let hash = needsPassword ? try await passwords.hash(wish.password) : nil
        let now = clock.now()
        let sessions = SessionStore(clock: clock)
        return try await database.write { db in
            var outcome = Outcome.existed
            var person = try PersonStore.find(mailbox: wish.mailbox, on: db)
            if let hash, let person {
                try PersonStore.setPassword(hash, of: person.id, on: db)
                try sessions.endAll(of: person.id, on: db)
                outcome = .reset
            } else if let hash {
                let draft = PersonStore.Draft(name: wish.name, mailbox: wish.mailbox, password: hash, language: wish.language)
                person = try PersonStore.create(draft, at: now, on: db)
                outcome = .created
            }
            if let person, let role = wish.role, !person.roles.contains(role) {
                try PersonStore.give(role, to: person.id, by: nil, at: now, on: db)
                try AuditStore.add(
                    RoleVerb.roleGiven, .init("person", person.id, name: person.name), by: nil, note: role.rawValue, at: now, on: db)
            }
            return outcome
        }
    }
}
