internal import Files
internal import Graph
internal import Organisations
public import Storage
public import Time
internal import Web

/// All SQL about endorsements.
public enum EndorsementStore {
    /// How the graph says that an organisation endorses a campaign.
    static let relation: Thing.Relation = "endorses"

    /// Puts an endorsement down; nil if the organisation has one that stands or waits.
    public static func ask(
        _ campaign: Int64, by organisation: Int64, _ details: Endorsement.Details, person: Int64?, at now: Instant, on db: any Writer
    ) throws -> Int64? {
        try db.value(
            """
            INSERT INTO endorsement (campaign, organisation, signatory, function, decided_on, person, asked_at)
            VALUES (\(campaign), \(organisation), \(details.signatory), \(details.function), \(details.decidedOn), \(person), \(now))
            ON CONFLICT (campaign, organisation) WHERE ended_at IS NULL DO NOTHING RETURNING id
            """)
    }

    /// How often it was sent since then: each time the organisation's contacts get a mail.
    static func countAsked(_ campaign: Int64, by organisation: Int64, since: Instant, on db: any Reader) throws -> Int {
        try db.value(
            "SELECT count(*) FROM endorsement WHERE campaign = \(campaign) AND organisation = \(organisation) AND asked_at > \(since)") ?? 0
    }

    /// Puts the letter to an endorsement that was just sent.
    static func attach(_ letter: Upload, to id: Int64, at now: Instant, on db: any Writer) throws {
        guard let file = try FileStore.add(letter, at: now, on: db) else { return }
        try db.run("UPDATE endorsement SET letter = \(file) WHERE id = \(id)")
    }

    /// Takes away what a person sent and nobody ever confirmed.
    static func drop(unconfirmedOf person: Int64, on db: any Writer) throws {
        let rows = try db.rows("DELETE FROM endorsement WHERE person = \(person) AND confirmed_at IS NULL RETURNING letter")
        for row in rows {
            if let letter: Int64 = try row["letter"] { try FileStore.remove(letter, on: db) }
        }
    }

    /// Makes it stand. False if it stands already, or has ended.
    @discardableResult
    public static func confirm(_ id: Int64, at now: Instant, on db: any Writer) throws -> Bool {
        let row = try db.row(
            """
            UPDATE endorsement SET confirmed_at = \(now) WHERE id = \(id) AND confirmed_at IS NULL AND ended_at IS NULL
            RETURNING campaign, organisation
            """)
        guard let row else { return false }
        let campaign: Int64 = try row["campaign"]
        let organisation: Int64 = try row["organisation"]
        try GraphStore.link(.init(Organisation.kind, organisation), relation, .init(Campaign.kind, campaign), on: db)
        db.touch(Campaign.topic(campaign), Organisation.topic(organisation))
        return true
    }

    /// Ends it, with the reason; the row stays. The letter of one that was confirmed once stays with it as its proof; that of another goes, since
    /// nobody has to decide on it any more. False if it had ended.
    @discardableResult
    static func end(_ id: Int64, why: Endorsement.End, at now: Instant, on db: any Writer) throws -> Bool {
        let row = try db.row(
            """
            UPDATE endorsement SET ended_at = \(now), ended_why = \(why) WHERE id = \(id) AND ended_at IS NULL
            RETURNING campaign, organisation, letter, confirmed_at
            """)
        guard let row else { return false }
        let confirmedAt: Instant? = try row["confirmed_at"]
        if confirmedAt == nil, let letter: Int64 = try row["letter"] {
            try db.run("UPDATE endorsement SET letter = NULL WHERE id = \(id)")
            try FileStore.remove(letter, on: db)
        }
        let campaign: Int64 = try row["campaign"]
        let organisation: Int64 = try row["organisation"]
        try GraphStore.unlink(.init(Organisation.kind, organisation), relation, .init(Campaign.kind, campaign), on: db)
        db.touch(Campaign.topic(campaign), Organisation.topic(organisation))
        return true
    }

    /// The endorsement with that key.
    static func find(_ id: Int64, on db: any Reader) throws -> Endorsement? {
        try endorsements("id = \(id)", on: db).first
    }

    /// The endorsement of an organisation that stands or waits.
    static func find(_ campaign: Int64, by organisation: Int64, on db: any Reader) throws -> Endorsement? {
        try endorsements("campaign = \(campaign) AND organisation = \(organisation) AND ended_at IS NULL", on: db).first
    }

    /// The endorsements of an organisation that stand or wait.
    static func current(of organisation: Int64, on db: any Reader) throws -> [Endorsement] {
        try endorsements("organisation = \(organisation) AND ended_at IS NULL ORDER BY id", on: db)
    }

    /// The endorsements of an organisation that were ever confirmed, oldest first: those that stand, and those it took back.
    static func history(of organisation: Int64, on db: any Reader) throws -> [Endorsement] {
        try endorsements("organisation = \(organisation) AND confirmed_at IS NOT NULL ORDER BY id", on: db)
    }

    /// What of an organisation has ended, oldest first: what stood once, and what was refused. What it took back before anybody answered is nothing.
    static func ended(of organisation: Int64, on db: any Reader) throws -> [Endorsement] {
        try endorsements(
            """
            organisation = \(organisation) AND ended_at IS NOT NULL
            AND (confirmed_at IS NOT NULL OR ended_why = \(Endorsement.End.refused)) ORDER BY id
            """, on: db)
    }

    /// Everything a person sent, oldest first.
    static func all(of person: Int64, on db: any Reader) throws -> [Endorsement] {
        try endorsements("person = \(person) ORDER BY id", on: db)
    }

    /// Those that wait, oldest first.
    static func waiting(limit: Int, on db: any Reader) throws -> [Endorsement] {
        try endorsements("confirmed_at IS NULL AND ended_at IS NULL ORDER BY id LIMIT \(limit)", on: db)
    }

    /// How many wait.
    static func countWaiting(on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM endorsement WHERE confirmed_at IS NULL AND ended_at IS NULL") ?? 0
    }

    /// The organisations whose endorsement stands.
    static func organisations(endorsing campaign: Int64, on db: any Reader) throws -> [Int64] {
        try db.rows("SELECT organisation FROM endorsement WHERE campaign = \(campaign) AND confirmed_at IS NOT NULL AND ended_at IS NULL")
            .map { try $0["organisation"] }
    }

    private static func endorsements(_ condition: SQL, on db: any Reader) throws -> [Endorsement] {
        try db.rows(
            """
            SELECT id, campaign, organisation, signatory, function, decided_on, person, asked_at, confirmed_at, ended_at, ended_why,
                letter
            FROM endorsement WHERE \(sql: condition)
            """
        ).map { row in
            let letter: Int64? = try row["letter"]
            return try Endorsement(
                id: row["id"], campaign: row["campaign"], organisation: row["organisation"],
                details: .init(signatory: row["signatory"], function: row["function"], decidedOn: row["decided_on"]), person: row["person"],
                askedAt: row["asked_at"], confirmedAt: row["confirmed_at"], endedAt: row["ended_at"], end: row["ended_why"],
                letter: letter.flatMap { try FileStore.find($0, on: db) })
        }
    }
}
