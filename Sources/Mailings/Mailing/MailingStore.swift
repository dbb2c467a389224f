internal import Geography
internal import People
internal import Storage
internal import Text
internal import Time

/// All SQL about mailings themselves: `+Writing` changes drafts, `+Sending` takes the steps.
enum MailingStore {
    /// The topic that moves when the archive changes.
    static let topic: Topic = "mailings"

    /// The mailing with that key.
    static func find(_ id: Int64, on db: any Reader) throws -> Mailing? {
        try mailings("mailing.id = \(id)", on: db).first
    }

    /// Every mailing, newest first, in pages: those older than `before`, if it is given.
    static func all(before: Int64? = nil, limit: Int, on db: any Reader) throws -> [Mailing] {
        try mailings("mailing.id < \(before ?? .max) ORDER BY mailing.id DESC LIMIT \(limit)", on: db)
    }

    /// Those that go out now and are not held up, oldest first.
    static func underWay(on db: any Reader) throws -> [Mailing] {
        try mailings(
            "approved_at IS NOT NULL AND paused_at IS NULL AND cancelled_at IS NULL AND ended_at IS NULL ORDER BY mailing.id", on: db)
    }

    /// Those that everybody may read, newest first.
    static func archived(limit: Int, on db: any Reader) throws -> [Mailing] {
        try mailings("\(sql: isInArchive) ORDER BY approved_at DESC, mailing.id DESC LIMIT \(limit)", on: db)
    }

    /// One that everybody may read.
    static func archived(_ id: Int64, on db: any Reader) throws -> Mailing? {
        try mailings("mailing.id = \(id) AND \(sql: isInArchive)", on: db).first
    }

    /// Who let a mailing go out, by key; nil once the account is gone.
    static func approver(of id: Int64, on db: any Reader) throws -> Int64? {
        try db.value("SELECT approved_by FROM mailing WHERE id = \(id)")
    }

    private static let isInArchive: SQL = "public = 1 AND approved_at IS NOT NULL AND cancelled_at IS NULL"

    private static func mailings(_ condition: SQL, on db: any Reader) throws -> [Mailing] {
        let rows = try db.rows(
            """
            SELECT id, role, category, region, country, network, campaign, language, public, created_at, approved_at, gathered_at, paused_at,
                cancelled_at, ended_at
            FROM mailing WHERE \(sql: condition)
            """)
        let ids: [Int64] = try rows.map { try $0["id"] }
        var words: [Int64: [MailingWords]] = [:]
        for row in try db.rows("SELECT mailing, language, subject, body FROM mailing_words WHERE mailing IN \(list: ids) ORDER BY id") {
            let code: String = try row["language"]
            guard let language = Language(code) else { continue }
            words[try row["mailing"], default: []].append(
                try MailingWords(language: language, subject: row["subject"], body: row["body"]))
        }
        var sources: [Int64: Set<String>] = [:]
        for row in try db.rows("SELECT mailing, source FROM mailing_source WHERE mailing IN \(list: ids)") {
            sources[try row["mailing"], default: []].insert(try row["source"])
        }
        return try rows.map { row in
            let id: Int64 = try row["id"]
            var audience = Audience(sources: sources[id] ?? [])
            for facet in Audience.Facet.allCases { audience.set(facet, try row[facet.rawValue]) }
            return try Mailing(
                id: id, audience: audience, isPublic: row["public"], words: words[id] ?? [], createdAt: row["created_at"],
                steps: Mailing.Steps(
                    approvedAt: row["approved_at"], gatheredAt: row["gathered_at"], pausedAt: row["paused_at"],
                    cancelledAt: row["cancelled_at"], endedAt: row["ended_at"]))
        }
    }
}
