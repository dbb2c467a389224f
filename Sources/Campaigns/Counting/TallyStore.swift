public import Storage
public import Time

/// All SQL of counting. A signature that comes or goes appends a change; a keeper folds changes into totals every few seconds. So no
/// signature ever waits for a total, and a total is exact whatever order transactions commit in: changes are consumed, not windowed by
/// a clock (see docs/decisions).
public enum TallyStore {
    /// How many changes one fold takes at most, so that it never holds the writer long.
    static let foldSize = 10_000

    /// Says that so many people came to (or, negative, left) a campaign. Part of the transaction that moves them.
    static func change(_ campaign: Int64, country: String, by people: Int, on db: any Writer) throws {
        try db.run("INSERT INTO tally_change (campaign, country, people) VALUES (\(campaign), \(country), \(people))")
    }

    /// Whether there is anything to fold.
    static func hasChanges(on db: any Reader) throws -> Bool {
        try db.row("SELECT 1 AS waiting FROM tally_change LIMIT 1") != nil
    }

    /// Folds waiting changes into the totals and announces the campaigns that moved. Returns how many changes it took.
    static func fold(on db: any Writer) throws -> Int {
        var sums: [Place: Int] = [:]
        let rows = try db.rows(
            """
            DELETE FROM tally_change WHERE id IN (
                SELECT id FROM tally_change ORDER BY id LIMIT \(foldSize)\(sql: .engine(sqlite: "", postgres: " FOR UPDATE SKIP LOCKED"))
            ) RETURNING campaign, country, people
            """)
        for row in rows {
            let people: Int = try row["people"]
            sums[Place(campaign: try row["campaign"], country: try row["country"]), default: 0] += people
        }
        // In one order everywhere, so that two keepers never wait for each other in a circle.
        for (place, people) in sums.sorted(by: { $0.key < $1.key }) {
            try db.run(
                """
                INSERT INTO tally (campaign, country, people) VALUES (\(place.campaign), \(place.country), \(people))
                ON CONFLICT (campaign, country) DO UPDATE SET people = tally.people + excluded.people
                """)
        }
        for campaign in Set(sums.keys.map(\.campaign)) { db.touch(Campaign.topic(campaign)) }
        return rows.count
    }

    /// The folded count of a campaign.
    public static func tally(of campaign: Int64, on db: any Reader) throws -> Tally {
        Tally(
            byCountry: try db.rows("SELECT country, people FROM tally WHERE campaign = \(campaign)").map { row in
                try Tally.Country(code: row["country"], people: row["people"])
            })
    }

    /// Counts every standing signature anew and compares with totals and waiting changes, in one snapshot. What differs is returned as
    /// the change that would mend it; since changes add up, it may be applied at any later time.
    static func recount(on db: any Reader) throws -> (signatures: Int, differences: [(campaign: Int64, country: String, people: Int)]) {
        var counted: [Place: Int] = [:]
        let standing = try db.rows(
            """
            SELECT campaign, country, count(*) AS people FROM signature
            WHERE confirmed_at IS NOT NULL AND removed_at IS NULL GROUP BY campaign, country
            """)
        for row in standing { counted[Place(campaign: try row["campaign"], country: try row["country"])] = try row["people"] }
        let signatures = counted.values.reduce(0, +)
        let known = try db.rows("SELECT campaign, country, people FROM tally UNION ALL SELECT campaign, country, people FROM tally_change")
        for row in known {
            let people: Int = try row["people"]
            counted[Place(campaign: try row["campaign"], country: try row["country"]), default: 0] -= people
        }
        let differences = counted.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        return (signatures, differences.map { ($0.key.campaign, $0.key.country, $0.value) })
    }

    /// Keeps that a recount was made and what it found.
    static func record(signatures: Int, differences: Int, at now: Instant, on db: any Writer) throws {
        try db.run("INSERT INTO recount (made_at, signatures, differences) VALUES (\(now), \(signatures), \(differences))")
    }

    /// When counts were last compared with signatures, and how many differed; nil if never.
    public static func lastRecount(on db: any Reader) throws -> (at: Instant, differences: Int)? {
        let row = try db.row("SELECT made_at, differences FROM recount ORDER BY id DESC LIMIT 1")
        return try row.map { row in try (row["made_at"], row["differences"]) }
    }

    private struct Place: Hashable, Comparable {
        let campaign: Int64
        let country: String

        static func < (left: Place, right: Place) -> Bool {
            (left.campaign, left.country) < (right.campaign, right.country)
        }
    }
}
