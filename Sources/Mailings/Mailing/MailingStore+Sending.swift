internal import Mail
internal import Storage
internal import Time

extension MailingStore {
    /// What became of letting a draft go out.
    enum Approval: Sendable {
        /// It goes out.
        case given
        /// It says something else, or to others, than the person saw.
        case changed
        /// It is no draft any more: pressed twice, it goes out once.
        case late
    }

    /// Lets a draft go out as it was seen. Nobody changes it between the comparison and the step.
    static func approve(_ id: Int64, seen digest: String, by person: Int64?, at now: Instant, on db: any Writer) throws -> Approval {
        guard try isDraft(id, on: db), let mailing = try find(id, on: db) else { return .late }
        guard mailing.digest == digest else { return .changed }
        return try step("approved_at = \(now), approved_by = \(person)", of: id, "approved_at IS NULL", on: db) ? .given : .late
    }

    /// Notes that the recipients are put down; false if another node was quicker, or it was stopped meanwhile.
    static func markGathered(_ id: Int64, at now: Instant, on db: any Writer) throws -> Bool {
        try step("gathered_at = \(now)", of: id, "\(sql: isUnderWay) AND gathered_at IS NULL", on: db)
    }

    /// Holds a mailing up.
    static func pause(_ id: Int64, at now: Instant, on db: any Writer) throws -> Bool {
        try step("paused_at = \(now)", of: id, isUnderWay, on: db)
    }

    /// Lets one go on that was held up.
    static func resume(_ id: Int64, on db: any Writer) throws -> Bool {
        try step("paused_at = NULL", of: id, "paused_at IS NOT NULL AND cancelled_at IS NULL AND ended_at IS NULL", on: db)
    }

    /// Those that were put down before `instant` and are still held up.
    static func heldUp(since instant: Instant, on db: any Reader) throws -> [Int64] {
        try db.rows(
            """
            SELECT id FROM mailing
            WHERE paused_at IS NOT NULL AND gathered_at < \(instant) AND cancelled_at IS NULL AND ended_at IS NULL ORDER BY id
            """
        ).map { try $0["id"] }
    }

    /// Stops a mailing for good: what waits in the outbox does not go either.
    static func cancel(_ id: Int64, at now: Instant, on db: any Writer) throws -> Bool {
        let isStopped = try step(
            "cancelled_at = \(now), paused_at = NULL", of: id, "approved_at IS NOT NULL AND cancelled_at IS NULL AND ended_at IS NULL",
            on: db)
        guard isStopped else { return false }
        try RecipientStore.stop(id, on: db)
        let withdrawn = try Outbox.withdraw(Mailing.mailKind, try RecipientStore.inOutbox(of: id, on: db), on: db)
        try RecipientStore.settle(withdrawn, as: .stopped, on: db)
        return true
    }

    /// Notes that everybody was written to, if that is so.
    static func endIfDone(_ id: Int64, at now: Instant, on db: any Writer) throws -> Bool {
        guard try !RecipientStore.isAnyLeft(of: id, on: db) else { return false }
        return try step("ended_at = \(now)", of: id, "\(sql: isUnderWay) AND gathered_at IS NOT NULL", on: db)
    }

    /// Keeps a mailing from being paused, cancelled or worked on by another node until this write ends. False if it does not go out.
    static func hold(_ id: Int64, on db: any Writer) throws -> Bool {
        try db.row(
            "SELECT id FROM mailing WHERE id = \(id) AND \(sql: isUnderWay)\(sql: .engine(sqlite: "", postgres: " FOR UPDATE"))") != nil
    }

    /// Shows in the archive what went out, or no longer. False if it is so already, or can stand there in no case.
    static func setPublic(_ isPublic: Bool, _ id: Int64, on db: any Writer) throws -> Bool {
        try step("public = \(isPublic)", of: id, "approved_at IS NOT NULL AND cancelled_at IS NULL AND public <> \(isPublic)", on: db)
    }

    /// Waits for lists that are being put down this moment, or lets none begin until this write ends: else somebody could be put down by a list that
    /// was begun before they took their consent back. On SQLite there is one writer in any case.
    static func awaitGathering(on db: any Writer) throws {
        let isBeingGathered: SQL = "approved_at IS NOT NULL AND gathered_at IS NULL AND cancelled_at IS NULL AND ended_at IS NULL"
        _ = try db.rows(
            "SELECT id FROM mailing WHERE \(sql: isBeingGathered) ORDER BY id\(sql: .engine(sqlite: "", postgres: " FOR UPDATE"))")
    }

    /// How many were put down and asked for no more since.
    static func countUnsubscribed(since id: Int64, on db: any Reader) throws -> Int {
        try db.value("SELECT count(DISTINCT mailbox_key) FROM mailing_suppression WHERE mailing = \(id) AND why = 'asked'") ?? 0
    }

    private static let isUnderWay: SQL = "approved_at IS NOT NULL AND paused_at IS NULL AND cancelled_at IS NULL AND ended_at IS NULL"

    private static func step(_ change: SQL, of id: Int64, _ condition: SQL, on db: any Writer) throws -> Bool {
        let isTaken = try db.run("UPDATE mailing SET \(sql: change) WHERE id = \(id) AND \(sql: condition)") == 1
        if isTaken { db.touch(topic) }
        return isTaken
    }
}
