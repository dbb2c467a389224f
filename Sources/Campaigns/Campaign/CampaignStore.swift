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
            SELECT date, words, source FROM milestone AS m
            WHERE campaign = \(campaign.id) AND language = (
                SELECT language FROM milestone AS o WHERE o.campaign = m.campaign AND o.position = m.position
                ORDER BY CASE language WHEN \(language.code) THEN 0 WHEN 'en' THEN 1 ELSE 2 END LIMIT 1)
            ORDER BY position
            """
        ).map { row in try Milestone(date: row["date"], words: row["words"], source: row["source"]) }
    }

    /// Writes a campaign with its words, goals and history, and its row in the graph; one that has this slug is brought up to date.
    public static func put(
        _ slug: String, openedAt: Instant, goals: [Int], words: [Campaign.Words], milestones: [Language: [Milestone]], on db: any Writer
    ) throws -> Int64 {
        let row = try db.row(
            """
            INSERT INTO campaign (slug, opened_at) VALUES (\(slug), \(openedAt))
            ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug RETURNING id, opened_at, closed_at
            """)
        guard let row, !words.isEmpty else { throw CampaignError.withoutWords(slug) }
        let id: Int64 = try row["id"]
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
            for (position, each) in history.enumerated() {
                try db.run(
                    """
                    INSERT INTO milestone (campaign, position, language, date, words, source)
                    VALUES (\(id), \(position), \(language.code), \(each.date), \(each.words), \(each.source))
                    """)
            }
        }
        try tellGraph(
            Campaign(id: id, slug: slug, openedAt: row["opened_at"], closedAt: row["closed_at"], goals: goals, words: words), on: db)
        db.touch("campaigns", Campaign.topic(id))
        return id
    }

    /// Ends the time in which people can sign.
    public static func close(_ id: Int64, at now: Instant, on db: any Writer) throws {
        try db.run("UPDATE campaign SET closed_at = \(now) WHERE id = \(id) AND closed_at IS NULL")
        try tell(id, on: db)
    }

    /// Lets people sign (again).
    public static func reopen(_ id: Int64, on db: any Writer) throws {
        try db.run("UPDATE campaign SET closed_at = NULL WHERE id = \(id)")
        try tell(id, on: db)
    }

    /// Writes the words of one language in place of those that were there.
    static func set(_ words: Campaign.Words, of id: Int64, on db: any Writer) throws {
        try db.run(
            """
            INSERT INTO campaign_text (campaign, language, title, summary, demand, body)
            VALUES (\(id), \(words.language.code), \(words.title), \(words.summary), \(words.demand), \(words.body))
            ON CONFLICT (campaign, language) DO UPDATE SET title = excluded.title, summary = excluded.summary, demand = excluded.demand,
                body = excluded.body
            """)
        try tell(id, on: db)
    }

    /// Writes the numbers of people to reach in place of those that were there.
    static func set(_ goals: [Int], of id: Int64, on db: any Writer) throws {
        try db.run("DELETE FROM campaign_goal WHERE campaign = \(id)")
        for goal in goals { try db.run("INSERT INTO campaign_goal (campaign, people) VALUES (\(id), \(goal))") }
        try tell(id, on: db)
    }

    /// After a change: the graph and the caches hear of it.
    private static func tell(_ id: Int64, on db: any Writer) throws {
        if let campaign = try find(id, on: db) { try tellGraph(campaign, on: db) }
        db.touch("campaigns", Campaign.topic(id))
    }

    private static func tellGraph(_ campaign: Campaign, on db: any Writer) throws {
        let words = campaign.words.map { ($0.language, Thing.Words(title: $0.title, summary: $0.summary)) }
        try GraphStore.put(
            Thing(
                kind: Campaign.kind, id: campaign.id, slug: campaign.slug, visibility: .everyone, startsAt: campaign.openedAt,
                endsAt: campaign.closedAt, words: Dictionary(uniqueKeysWithValues: words)),
            on: db)
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
        guard !words.isEmpty else { throw CampaignError.withoutWords(try row["slug"]) }
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
    /// The campaign with that slug has no words in any language.
    case withoutWords(String)
    /// A signature that was there a moment ago, under that campaign, is gone.
    case signatureVanished(campaign: Int64)
}
