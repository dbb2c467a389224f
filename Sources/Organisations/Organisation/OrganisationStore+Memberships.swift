internal import Graph
public import Storage
internal import Text
public import Time

extension OrganisationStore {
    /// Says that an organisation belongs to a network, or how it does now.
    public static func put(_ membership: Membership, at now: Instant, on db: any Writer) throws {
        try db.run(
            """
            INSERT INTO membership (organisation, network, role, since, until)
            VALUES (\(membership.organisation), \(membership.network), \(membership.role), \(membership.since), \(membership.until))
            ON CONFLICT (organisation, network) DO UPDATE SET role = excluded.role, since = excluded.since, until = excluded.until
            """)
        try follow(membership.organisation, membership.network, at: now, on: db)
    }

    /// Takes a membership away as if it had never been; one that ended gets a last day instead.
    public static func removeMembership(of organisation: Int64, in network: Int64, at now: Instant, on db: any Writer) throws {
        try db.run("DELETE FROM membership WHERE organisation = \(organisation) AND network = \(network)")
        try follow(organisation, network, at: now, on: db)
    }

    /// Every membership of an organisation, ended and hidden ones too: for those who keep the directory.
    public static func memberships(of organisation: Int64, on db: any Reader) throws -> [Membership] {
        try db.rows(
            "SELECT organisation, network, role, since, until FROM membership WHERE organisation = \(organisation) ORDER BY network"
        ).map { row in
            try Membership(
                organisation: row["organisation"], network: row["network"], role: row["role"], since: row["since"], until: row["until"])
        }
    }

    /// The networks that an organisation belongs to today and everybody may see, by name.
    static func networks(of organisation: Int64, for reader: Language, today: CivilDay, on db: any Reader) throws -> [Affiliation] {
        try affiliations(
            """
            FROM membership AS m CROSS JOIN directory_entry AS e JOIN organisation AS o ON o.id = e.organisation
            WHERE e.language = \(reader.code) AND e.organisation = m.network AND m.organisation = \(organisation)
            """, today: today, limit: 200, offset: 0, on: db)
    }

    /// The members of a network today that everybody may see, by name.
    static func members(of network: Int64, for reader: Language, today: CivilDay, limit: Int, offset: Int, on db: any Reader) throws
        -> [Affiliation]
    {
        try affiliations(
            """
            FROM membership AS m CROSS JOIN directory_entry AS e JOIN organisation AS o ON o.id = e.organisation
            WHERE e.language = \(reader.code) AND e.organisation = m.organisation AND m.network = \(network)
            """, today: today, limit: limit, offset: offset, on: db)
    }

    /// How many members of a network there are today that everybody may see.
    static func memberCount(of network: Int64, today: CivilDay, on db: any Reader) throws -> Int {
        try db.value(
            """
            SELECT count(*) FROM membership AS m JOIN organisation AS o ON o.id = m.organisation AND o.visibility = 'everyone'
            WHERE m.network = \(network) AND (m.until IS NULL OR m.until >= \(today))
            """) ?? 0
    }

    /// The memberships are read first, which a plain join would leave to SQLite: it would rather walk through the whole directory.
    private static func affiliations(_ source: SQL, today: CivilDay, limit: Int, offset: Int, on db: any Reader) throws -> [Affiliation] {
        try db.rows(
            """
            SELECT e.organisation, e.name, e.name_language, e.acronym, o.slug, o.category, o.country, m.role, m.since
            \(sql: source) AND (m.until IS NULL OR m.until >= \(today))
            ORDER BY e.sort_key, e.organisation LIMIT \(limit) OFFSET \(offset)
            """
        ).map { row in try Affiliation(entry: DirectoryEntry(row), role: row["role"], since: row["since"]) }
    }

    /// Takes memberships whose last day is over out of directory and graph, at most so many. Answers how many there were.
    static func endMemberships(at now: Instant, limit: Int, on db: any Writer) throws -> Int {
        let ended = try db.rows(
            """
            SELECT m.organisation, m.network FROM membership AS m
            JOIN directory_facet AS f ON f.facet = 'network' AND f.value = CAST(m.network AS text) AND f.organisation = m.organisation
            WHERE m.until < \(CivilDay(now)) LIMIT \(limit)
            """)
        for row in ended { try follow(try row["organisation"], try row["network"], at: now, on: db) }
        return ended.count
    }

    /// Brings directory and graph in line with a membership that came, changed or went.
    private static func follow(_ organisation: Int64, _ network: Int64, at now: Instant, on db: any Writer) throws {
        try db.run(
            "DELETE FROM directory_facet WHERE facet = 'network' AND value = \(String(network)) AND organisation = \(organisation)")
        try listMemberships("m.organisation = \(organisation) AND m.network = \(network)", at: now, on: db)
        let one = Thing.Key(Organisation.kind, organisation)
        let other = Thing.Key(Organisation.kind, network)
        let lasts = try db.row(
            """
            SELECT 1 AS lasts FROM membership WHERE organisation = \(organisation) AND network = \(network)
                AND (until IS NULL OR until >= \(CivilDay(now)))
            """)
        if lasts == nil {
            try GraphStore.unlink(one, Organisation.membership, other, on: db)
        } else {
            try GraphStore.link(one, Organisation.membership, other, on: db)
        }
        db.touch("organisations", Organisation.topic(organisation), Organisation.topic(network))
    }
}

/// That an organisation shown beside another belongs to it, or the other way round.
struct Affiliation: Sendable, Hashable {
    /// The one that is shown.
    let entry: DirectoryEntry
    let role: Membership.Role
    let since: CivilDay?
}
