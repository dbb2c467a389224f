internal import Geography
internal import Storage
internal import Text
internal import Time

/// All SQL about proposed national campaigns.
enum ProposalStore {
    /// What became of a proposal that was sent.
    enum Taken {
        /// Its draft waits in the queue.
        case waits(Int64)
        /// The same person sent the same before, and that waits.
        case waitsAlready
        /// Too many of that organisation wait.
        case tooMany
    }

    /// Puts a proposal down with its draft.
    static func ask(
        _ words: Campaign.Words, _ national: Campaign.National, person: Int64, at now: Instant, on db: any Writer
    ) throws -> Taken {
        // Two representatives who send at the same moment wait for each other.
        let lock: SQL = .engine(sqlite: "", postgres: " FOR UPDATE")
        _ = try db.row("SELECT id FROM organisation WHERE id = \(national.organisation)\(sql: lock)")
        let waiting = try db.rows(
            """
            SELECT p.campaign, p.person FROM campaign_proposal AS p JOIN campaign AS c ON c.id = p.campaign
            WHERE c.organisation = \(national.organisation) AND p.accepted_at IS NULL
            """)
        for row in waiting where try row["person"] == person {
            let draft = try CampaignStore.find(try row["campaign"] as Int64, on: db)
            if draft?.national == national, draft?.words == [words] { return .waitsAlready }
        }
        guard waiting.count < Proposal.mostWaiting else { return .tooMany }
        let stem = "\(Slug.make(words.title, or: "campaign"))-\(national.country.code.lowercased())"
        // The first free one; another node may take it meanwhile, and the next is tried.
        var number = 1
        while true {
            let slug = number == 1 ? stem : "\(stem)-\(number)"
            if let id = try CampaignStore.draft(slug, words, national: national, at: now, on: db) {
                try db.run("INSERT INTO campaign_proposal (campaign, person, asked_at) VALUES (\(id), \(person), \(now))")
                return .waits(id)
            }
            number += 1
        }
    }

    /// The proposal of that draft, while it waits.
    static func waiting(_ campaign: Int64, on db: any Reader) throws -> Proposal? {
        try proposals("campaign = \(campaign) AND accepted_at IS NULL", on: db).first
    }

    /// Those that wait, oldest first.
    static func waiting(limit: Int, on db: any Reader) throws -> [Proposal] {
        try proposals("accepted_at IS NULL ORDER BY asked_at, campaign LIMIT \(limit)", on: db)
    }

    /// How many wait.
    static func countWaiting(on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM campaign_proposal WHERE accepted_at IS NULL") ?? 0
    }

    /// The drafts that wait and the campaigns that an organisation leads, oldest first.
    static func campaigns(of organisation: Int64, on db: any Reader) throws -> [Campaign] {
        let ids: [Int64] = try db.rows(
            """
            SELECT c.id FROM campaign AS c LEFT JOIN campaign_proposal AS p ON p.campaign = c.id
            WHERE c.organisation = \(organisation) AND (c.published_at IS NOT NULL OR p.campaign IS NOT NULL) ORDER BY c.id
            """
        ).map { try $0["id"] }
        return try ids.compactMap { try CampaignStore.find($0, on: db) }
    }

    /// What a person proposed.
    static func all(of person: Int64, on db: any Reader) throws -> [Proposal] {
        try proposals("person = \(person) ORDER BY asked_at, campaign", on: db)
    }

    /// Publishes and opens what was proposed. False if it no longer waits.
    static func accept(_ campaign: Int64, at now: Instant, on db: any Writer) throws -> Bool {
        guard
            try db.run("UPDATE campaign_proposal SET accepted_at = \(now) WHERE campaign = \(campaign) AND accepted_at IS NULL") == 1
        else { return false }
        try CampaignStore.open(campaign, at: now, on: db)
        return true
    }

    private static func proposals(_ condition: SQL, on db: any Reader) throws -> [Proposal] {
        try db.rows("SELECT campaign, person, asked_at FROM campaign_proposal WHERE \(sql: condition)").map { row in
            try Proposal(campaign: row["campaign"], person: row["person"], askedAt: row["asked_at"])
        }
    }
}
