internal import Storage
internal import Time

extension MailingStore {
    /// Lets a draft go out. False if somebody did so before: pressed twice, it goes out once.
    static func approve(_ id: Int64, by person: Int64?, at now: Instant, on db: any Writer) throws -> Bool {
        try step("approved_at = \(now), approved_by = \(person)", of: id, "approved_at IS NULL", on: db)
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

    /// Stops a mailing for good.
    static func cancel(_ id: Int64, at now: Instant, on db: any Writer) throws -> Bool {
        let isStopped = try step(
            "cancelled_at = \(now), paused_at = NULL", of: id, "approved_at IS NOT NULL AND cancelled_at IS NULL AND ended_at IS NULL",
            on: db)
        if isStopped { try RecipientStore.stop(id, on: db) }
        return isStopped
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
