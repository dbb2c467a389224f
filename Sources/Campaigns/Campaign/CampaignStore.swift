internal import Geography
internal import Graph
internal import Organisations
public import Storage
public import Text
public import Time

/// All SQL about campaigns themselves.
public enum CampaignStore {
    /// How the graph says that a national campaign belongs to a common one.
    static let partOf: Thing.Relation = "partOf"
    /// How the graph says that an organisation leads a national campaign.
    static let leads: Thing.Relation = "leads"

    /// The campaign at that address, or nil; a draft has none.
    public static func find(_ slug: String, on db: any Reader) throws -> Campaign? {
        try campaign("slug = \(slug) AND published_at IS NOT NULL", on: db)
    }

    /// The campaign with that slug for those who write it.
    static func draftOrPublished(_ slug: String, on db: any Reader) throws -> Campaign? {
        try campaign("slug = \(slug)", on: db)
    }

    /// The campaign with that key, or nil.
    public static func find(_ id: Int64, on db: any Reader) throws -> Campaign? {
        try campaign("id = \(id)", on: db)
    }

    /// The campaign that the home page shows: the first common one still open, else the last one that closed.
    public static func featured(on db: any Reader) throws -> Campaign? {
        try campaign("published_at IS NOT NULL AND common IS NULL", on: db)
    }

    /// Every campaign that can be read, those still open first, then the last closed.
    public static func all(on db: any Reader) throws -> [Campaign] {
        try campaigns("published_at IS NOT NULL", limit: mostListed, on: db)
    }

    /// Every campaign for those who write them: drafts too.
    static func draftsAndPublished(on db: any Reader) throws -> [Campaign] {
        try campaigns("1 = 1", limit: mostListed, on: db)
    }

    /// The national campaigns of a common one that can be read.
    static func national(of common: Int64, on db: any Reader) throws -> [Campaign] {
        try campaigns("common = \(common) AND published_at IS NOT NULL", limit: mostListed, on: db)
    }

    /// The national campaigns that an organisation leads and that can be read.
    static func led(by organisation: Int64, on db: any Reader) throws -> [Campaign] {
        try campaigns("organisation = \(organisation) AND published_at IS NOT NULL", limit: mostListed, on: db)
    }

    /// A country has one or two of them; a bound for lists.
    private static let mostListed = 500

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

    /// Adds a campaign with its words, goals and history, and its row in the graph, and answers its key; nil if its slug is taken: that one stays
    /// as it is.
    public static func add(
        _ slug: String, openedAt: Instant, goals: [Int], words: [Campaign.Words], milestones: [Language: [Milestone]], on db: any Writer
    ) throws -> Int64? {
        guard !words.isEmpty else { throw CampaignError.withoutWords(slug) }
        let added: Int64? = try db.value(
            """
            INSERT INTO campaign (slug, opened_at, published_at) VALUES (\(slug), \(openedAt), \(openedAt))
            ON CONFLICT (slug) DO NOTHING RETURNING id
            """)
        guard let id = added else { return nil }
        for goal in goals { try db.run("INSERT INTO campaign_goal (campaign, people) VALUES (\(id), \(goal))") }
        for each in words { try write(each, of: id, on: db) }
        for (language, history) in milestones {
            for (position, each) in history.enumerated() {
                try db.run(
                    """
                    INSERT INTO milestone (campaign, position, language, date, words, source)
                    VALUES (\(id), \(position), \(language.code), \(each.date), \(each.words), \(each.source))
                    """)
            }
        }
        try tell(id, on: db)
        return id
    }

    /// Makes a draft with words in one language; nil if its slug is taken.
    static func draft(
        _ slug: String, _ words: Campaign.Words, national: Campaign.National? = nil, at now: Instant, on db: any Writer
    ) throws -> Int64? {
        let id: Int64? = try db.value(
            """
            INSERT INTO campaign (slug, opened_at, closed_at, common, country, organisation)
            VALUES (\(slug), \(now), \(now), \(national?.common), \(national?.country.code), \(national?.organisation))
            ON CONFLICT (slug) DO NOTHING RETURNING id
            """)
        guard let id else { return nil }
        try set(words, of: id, on: db)
        return id
    }

    /// Ends the time in which people can sign.
    public static func close(_ id: Int64, at now: Instant, on db: any Writer) throws {
        try db.run("UPDATE campaign SET closed_at = \(now) WHERE id = \(id) AND closed_at IS NULL")
        try tell(id, on: db)
    }

    /// Lets people sign (again); a draft is published with it.
    public static func open(_ id: Int64, at now: Instant, on db: any Writer) throws {
        try db.run("UPDATE campaign SET published_at = \(now), opened_at = \(now) WHERE id = \(id) AND published_at IS NULL")
        try db.run("UPDATE campaign SET closed_at = NULL WHERE id = \(id)")
        try tell(id, on: db)
    }

    /// Takes a draft away for good, with its kit. False if it is none.
    @discardableResult
    static func discard(draft id: Int64, on db: any Writer) throws -> Bool {
        guard try find(id, on: db)?.isDraft == true else { return false }
        try MaterialStore.removeAll(from: id, on: db)
        guard try db.run("DELETE FROM campaign WHERE id = \(id) AND published_at IS NULL") == 1 else { return false }
        try GraphStore.remove(.init(Campaign.kind, id), on: db)
        db.touch("campaigns", Campaign.topic(id))
        return true
    }

    /// Writes the words of one language in place of those that were there.
    static func set(_ words: Campaign.Words, of id: Int64, on db: any Writer) throws {
        try write(words, of: id, on: db)
        try tell(id, on: db)
    }

    private static func write(_ words: Campaign.Words, of id: Int64, on db: any Writer) throws {
        try db.run(
            """
            INSERT INTO campaign_text (campaign, language, title, summary, demand, body, by_machine)
            VALUES (\(id), \(words.language.code), \(words.title), \(words.summary), \(words.demand), \(words.body), \(words.isMachine))
            ON CONFLICT (campaign, language) DO UPDATE SET title = excluded.title, summary = excluded.summary, demand = excluded.demand,
                body = excluded.body, by_machine = excluded.by_machine
            """)
    }

    /// Writes the numbers of people to reach in place of those that were there.
    static func set(_ goals: [Int], of id: Int64, on db: any Writer) throws {
        try db.run("DELETE FROM campaign_goal WHERE campaign = \(id)")
        for goal in goals { try db.run("INSERT INTO campaign_goal (campaign, people) VALUES (\(id), \(goal))") }
        try tell(id, on: db)
    }

    /// After a change: the graph and the caches hear of it.
    private static func tell(_ id: Int64, on db: any Writer) throws {
        db.touch("campaigns", Campaign.topic(id))
        guard let campaign = try find(id, on: db) else { return }
        try tellGraph(campaign, on: db)
        guard let national = campaign.national else { return }
        db.touch(Campaign.topic(national.common))
        if let organisation = national.organisation { db.touch(Organisation.topic(organisation)) }
    }

    private static func tellGraph(_ campaign: Campaign, on db: any Writer) throws {
        let words = campaign.words.map { ($0.language, Thing.Words(title: $0.title, summary: $0.summary)) }
        try GraphStore.put(
            Thing(
                kind: Campaign.kind, id: campaign.id, slug: campaign.slug, visibility: campaign.isDraft ? .hidden : .everyone,
                country: campaign.national?.country.code, startsAt: campaign.openedAt, endsAt: campaign.closedAt,
                words: Dictionary(uniqueKeysWithValues: words)),
            on: db)
        guard let national = campaign.national else { return }
        try GraphStore.link(.init(Campaign.kind, campaign.id), partOf, .init(Campaign.kind, national.common), on: db)
        if let organisation = national.organisation {
            try GraphStore.link(.init(Organisation.kind, organisation), leads, .init(Campaign.kind, campaign.id), on: db)
        }
    }

    private static func campaign(_ condition: SQL, on db: any Reader) throws -> Campaign? {
        try campaigns(condition, limit: 1, on: db).first
    }

    private static func campaigns(_ condition: SQL, limit: Int, on db: any Reader) throws -> [Campaign] {
        try db.rows(
            """
            SELECT id, slug, opened_at, closed_at, published_at, common, country, organisation FROM campaign WHERE \(sql: condition)
            ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, closed_at DESC, id LIMIT \(limit)
            """
        ).map { row in try campaign(row, on: db) }
    }

    private static func national(_ row: Row) throws -> Campaign.National? {
        guard let common: Int64 = try row["common"], let code: String = try row["country"], let country = Country(code: code) else {
            return nil
        }
        return .init(common: common, country: country, organisation: try row["organisation"])
    }

    private static func campaign(_ row: Row, on db: any Reader) throws -> Campaign {
        let id: Int64 = try row["id"]
        let goals = try db.rows("SELECT people FROM campaign_goal WHERE campaign = \(id) ORDER BY people")
        let words = try db.rows(
            "SELECT language, title, summary, demand, body, by_machine FROM campaign_text WHERE campaign = \(id) ORDER BY language")
        guard !words.isEmpty else { throw CampaignError.withoutWords(try row["slug"]) }
        return try Campaign(
            id: id, slug: row["slug"], openedAt: row["opened_at"], closedAt: row["closed_at"], publishedAt: row["published_at"],
            national: national(row), goals: goals.map { try $0["people"] },
            words: words.compactMap { row in
                guard let language = Language(try row["language"]) else { return nil }
                return try Campaign.Words(
                    language: language, title: row["title"], summary: row["summary"], demand: row["demand"], body: row["body"],
                    isMachine: row["by_machine"])
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
