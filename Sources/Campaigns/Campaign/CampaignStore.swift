internal import Graph
public import Storage
public import Text
public import Time

/// All SQL about campaigns themselves.
public enum CampaignStore {
    /// The campaign at that address, or nil.
    public static func find(_ slug: String, on db: any Reader) throws -> Campaign? {
        try campaign("slug = \(slug)", on: db)
    }

    /// The campaign with that key, or nil.
    public static func find(_ id: Int64, on db: any Reader) throws -> Campaign? {
        try campaign("id = \(id)", on: db)
    }

    /// The campaign that the home page shows: the first one still open, else the last one that closed.
    public static func featured(on db: any Reader) throws -> Campaign? {
        try campaign("1 = 1", on: db)
    }

    /// Every campaign, those still open first, then the last closed.
    public static func all(on db: any Reader) throws -> [Campaign] {
        try campaigns("1 = 1", limit: 100, on: db)
    }

    /// The history of a campaign, oldest first, in the reader's language or else in English.
    public static func milestones(of campaign: Campaign, for language: Language, on db: any Reader) throws -> [Milestone] {
        try db.rows(
            """
            SELECT day, words, source FROM milestone AS m
            WHERE campaign = \(campaign.id) AND language = (
                SELECT language FROM milestone AS o WHERE o.campaign = m.campaign AND o.day = m.day
                ORDER BY CASE language WHEN \(language.code) THEN 0 WHEN 'en' THEN 1 ELSE 2 END LIMIT 1)
            ORDER BY day
            """
        ).map { row in try Milestone(date: row["day"], words: row["words"], source: row["source"]) }
    }

    /// Writes a campaign with its words, goals and history, and its row in the graph; one that has this slug is brought up to date.
    public static func put(
        _ slug: String, openedAt: Instant, goals: [Int], words: [Campaign.Words], milestones: [Language: [Milestone]], on db: any Writer
    ) throws -> Int64 {
        let row = try db.row(
            """
            INSERT INTO campaign (slug, opened_at) VALUES (\(slug), \(openedAt))
            ON CONFLICT (slug) DO UPDATE SET opened_at = excluded.opened_at RETURNING id
            """)
        guard let id: Int64 = try row?["id"] else { throw CampaignError.notWritten(slug) }
        for table: SQL in ["campaign_text", "campaign_goal", "milestone"] {
            try db.run("DELETE FROM \(sql: table) WHERE campaign = \(id)")
        }
        for goal in goals { try db.run("INSERT INTO campaign_goal (campaign, people) VALUES (\(id), \(goal))") }
        for each in words {
            try db.run(
                """
                INSERT INTO campaign_text (campaign, language, title, summary, demand, body)
                VALUES (\(id), \(each.language.code), \(each.title), \(each.summary), \(each.demand), \(each.body))
                """)
        }
        for (language, history) in milestones {
            for each in history {
                try db.run(
                    """
                    INSERT INTO milestone (campaign, day, language, words, source)
                    VALUES (\(id), \(each.date), \(language.code), \(each.words), \(each.source))
                    """)
            }
        }
        try GraphStore.put(
            Thing(
                kind: Campaign.kind, id: id, slug: slug, visibility: .everyone, startsAt: openedAt,
                words: Dictionary(uniqueKeysWithValues: words.map { ($0.language, .init(title: $0.title, summary: $0.summary)) })),
            on: db)
        db.touch("campaigns", "campaign/\(id)")
        return id
    }

    /// Ends the time in which people can sign.
    public static func close(_ campaign: Campaign, at now: Instant, on db: any Writer) throws {
        try db.run("UPDATE campaign SET closed_at = \(now) WHERE id = \(campaign.id) AND closed_at IS NULL")
        db.touch("campaigns", "campaign/\(campaign.id)")
    }

    private static func campaign(_ condition: SQL, on db: any Reader) throws -> Campaign? {
        try campaigns(condition, limit: 1, on: db).first
    }

    private static func campaigns(_ condition: SQL, limit: Int, on db: any Reader) throws -> [Campaign] {
        try db.rows(
            """
            SELECT id, slug, opened_at, closed_at FROM campaign WHERE \(sql: condition)
            ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, closed_at DESC, id LIMIT \(limit)
            """
        ).map { row in try campaign(row, on: db) }
    }

    private static func campaign(_ row: Row, on db: any Reader) throws -> Campaign {
        let id: Int64 = try row["id"]
        let goals = try db.rows("SELECT people FROM campaign_goal WHERE campaign = \(id) ORDER BY people")
        let words = try db.rows(
            "SELECT language, title, summary, demand, body FROM campaign_text WHERE campaign = \(id) ORDER BY language")
        return try Campaign(
            id: id, slug: row["slug"], openedAt: row["opened_at"], closedAt: row["closed_at"],
            goals: goals.map { try $0["people"] },
            words: words.compactMap { row in
                guard let language = Language(try row["language"]) else { return nil }
                return try Campaign.Words(
                    language: language, title: row["title"], summary: row["summary"], demand: row["demand"], body: row["body"])
            })
    }
}

/// What can go wrong with campaigns beyond what the database says.
public enum CampaignError: Error {
    /// The row with that slug was neither written nor found.
    case notWritten(String)
}
