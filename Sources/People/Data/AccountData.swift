internal import Mail
public import Storage
internal import Text
public import Time

/// What an account itself keeps about its person.
public struct AccountData: PersonalDataKeeper {
    private let sessions: SessionStore

    /// The data of accounts.
    public init(clock: Clock) {
        sessions = SessionStore(clock: clock)
    }

    /// The account and everything that hangs on it, and the messages to its mailbox, whichever feature sent them and takes them back.
    public static let tables: Set<String> = [
        "person", "person_role", "session", "second_factor", "recovery_code", "account_key", "audit_entry", "mail",
    ]

    /// Profile, roles, sessions, what the person did for the secretariat, and which mails they got.
    public func export(_ person: Person, on db: any Reader) throws -> [String: DataValue] {
        let sessions = try sessions.all(of: person.id, on: db).map { session -> DataValue in
            .record(["browser": .text(session.agent), "begun": .moment(session.createdAt), "lastUsed": .moment(session.seenAt)])
        }
        let acts = try AuditStore.entries(by: person.id, on: db).map { entry -> DataValue in
            .record(["at": .moment(entry.at), "act": .text(entry.verb), "on": .text(entry.subject.name), "note": .text(entry.note)])
        }
        let mails = try Outbox.posted(to: person.mailbox, on: db).map { mail -> DataValue in
            .record([
                "subject": .text(mail.subject), "state": .text(mail.state.rawValue), "posted": .moment(mail.createdAt),
                "sent": .moment(mail.sentAt),
            ])
        }
        return [
            "account": .record([
                "name": .text(person.name), "mailbox": .text(person.mailbox), "language": .text(person.language.code),
                "zone": .text(person.zone), "since": .moment(person.createdAt), "secondFactor": .flag(person.hasSecondFactor),
                "roles": .list(person.roles.map(\.rawValue).sorted().map { .text($0) }),
            ]),
            "sessions": .list(sessions),
            "acts": .list(acts),
            "mails": .list(mails),
        ]
    }

    /// Erases the account with all that hangs on it; the log keeps what was done without saying who.
    public func erase(_ person: Person, choosing choice: ErasureChoice, on db: any Writer) throws {
        try AuditStore.forget(person.id, on: db)
        try AccountKeyStore.forget(mailbox: person.mailbox, on: db)
        try PersonStore.erase(person.id, on: db)
    }
}
