public import Storage

/// What a feature does when the mailbox of somebody it wrote to is gone: a signature leaves the count, a person is asked for another address.
public protocol ReturnHandler: Sendable {
    /// Called in the write that marks the message. Handlers are asked about every origin and pass over kinds that are not theirs.
    func returned(_ origin: MailOrigin, mailbox: String, on db: any Writer) throws
}

extension Outbox {
    /// Marks the message that came back and tells the handlers if its mailbox is gone, once.
    ///
    /// Without a mark of this site the newest message to the mailbox that the server names is meant, since that is what a person would
    /// understand; whether to believe it, the caller says: anybody can write such a message about anybody. A mark proves which message it was;
    /// of a report about several recipients only what is said about its own counts.
    @discardableResult
    public func returned(_ mail: ReturnedMail, believing belief: Belief = .marked, on db: any Writer) throws -> ReturnOutcome {
        let proven = mail.marks.first { marks.isOurs($0) }?.id
        guard let id = try proven ?? (belief == .anyReport ? newest(to: mail.mailbox, on: db) : nil),
            let recipient: String = try db.value("SELECT recipient FROM mail WHERE id = \(id)"),
            let report = mail.report(about: recipient)
        else { return .foreign }
        guard report.action == .failed else {
            try db.run("UPDATE mail SET last_error = \(report.diagnosis) WHERE id = \(id) AND state = 'sent'")
            return .delayed
        }
        let row = try db.row(
            """
            UPDATE mail SET state = 'returned', body = NULL, last_error = \(report.diagnosis) WHERE id = \(id) AND state <> 'returned'
            RETURNING recipient, origin_kind, origin_id
            """)
        guard let row else { return .known }
        let origin = try MailOrigin(row)
        try tellFollowers(.returned, [origin], on: db)
        guard report.saysMailboxIsGone else { return .kept(origin) }
        try tellHandlers(origin, mailbox: row["recipient"], on: db)
        return .gone(origin)
    }

    /// Whose word is taken that a mailbox is gone.
    public enum Belief: Sendable {
        /// Reports that carry a mark which only our message had: for pipes that strangers can write to.
        case marked
        /// Any report, also one that only names the mailbox: for a person at the machine.
        case anyReport
    }

    /// Whether the last message to a mailbox was refused for good or came back, so that another would be too.
    public static func isRefused(_ mailbox: String, on db: any Reader) throws -> Bool {
        let last: MailState? = try db.value("SELECT state FROM mail WHERE recipient = \(mailbox) ORDER BY id DESC LIMIT 1")
        return last == .failed || last == .returned
    }

    func tellHandlers(_ origin: MailOrigin, mailbox: String, on db: any Writer) throws {
        for handler in handlers { try handler.returned(origin, mailbox: mailbox, on: db) }
    }

    /// One that came back already counts only where there is no other.
    private func newest(to mailbox: Mailbox?, on db: any Reader) throws -> Int64? {
        guard let mailbox else { return nil }
        return try db.value(
            """
            SELECT id FROM mail WHERE lower(recipient) = \(mailbox.address.lowercased())
            ORDER BY CASE state WHEN 'returned' THEN 1 ELSE 0 END, id DESC LIMIT 1
            """)
    }
}
