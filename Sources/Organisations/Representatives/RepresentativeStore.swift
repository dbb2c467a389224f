public import Storage
public import Time

/// All SQL about those who may act for organisations.
public enum RepresentativeStore {
    /// Asks to act for an organisation; nil if the person already does, or has asked.
    static func ask(_ organisation: Int64, by person: Int64, function: String, at now: Instant, on db: any Writer) throws -> Int64? {
        try db.value(
            """
            INSERT INTO representative (organisation, person, function, asked_at)
            VALUES (\(organisation), \(person), \(function), \(now))
            ON CONFLICT (organisation, person) WHERE ended_at IS NULL DO NOTHING RETURNING id
            """)
    }

    /// How often a person asked since then, for whatever organisation: each time its contacts get a mail.
    static func countAsked(by person: Int64, since: Instant, on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM representative WHERE person = \(person) AND asked_at > \(since)") ?? 0
    }

    /// The representative with that key.
    static func find(_ id: Int64, on db: any Reader) throws -> Representative? {
        try representatives("id = \(id)", on: db).first
    }

    /// The mandate by which a person may act for an organisation now; nil if they may not. While two leaderships contest each other, nobody may.
    public static func mandate(of person: Int64, for organisation: Int64, at now: Instant, on db: any Reader) throws -> Representative? {
        try representatives(
            """
            person = \(person) AND organisation = \(organisation) AND \(sql: inForce(now))
            AND NOT EXISTS (SELECT 1 FROM contest WHERE contest.organisation = representative.organisation)
            """, on: db
        ).first
    }

    /// Everything that a person asked for or may do, newest first, save what ended.
    static func all(of person: Int64, on db: any Reader) throws -> [Representative] {
        try representatives("person = \(person) AND ended_at IS NULL ORDER BY id DESC", on: db)
    }

    /// What a person could do and nobody renewed, newest first, where they asked for nothing since.
    static func lapsed(of person: Int64, on db: any Reader) throws -> [Representative] {
        try representatives(
            """
            person = \(person) AND ended_why = \(Representative.End.expired) AND NOT EXISTS (
                SELECT 1 FROM representative AS later WHERE later.person = representative.person
                    AND later.organisation = representative.organisation AND later.id > representative.id)
            ORDER BY id DESC
            """, on: db)
    }

    /// Everything that a person ever asked for, oldest first.
    static func history(of person: Int64, on db: any Reader) throws -> [Representative] {
        try representatives("person = \(person) ORDER BY id", on: db)
    }

    /// Everybody who acts or asked to act for an organisation, oldest first.
    static func current(for organisation: Int64, on db: any Reader) throws -> [Representative] {
        try representatives("organisation = \(organisation) AND ended_at IS NULL ORDER BY id", on: db)
    }

    /// Those who asked and wait, oldest first.
    static func waiting(limit: Int, on db: any Reader) throws -> [Representative] {
        try representatives("confirmed_at IS NULL AND ended_at IS NULL ORDER BY id LIMIT \(limit)", on: db)
    }

    /// How many wait.
    static func countWaiting(on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM representative WHERE confirmed_at IS NULL AND ended_at IS NULL") ?? 0
    }

    /// Confirms a mandate, or renews it for another year. False if it has ended.
    static func confirm(_ id: Int64, at now: Instant, on db: any Writer) throws -> Bool {
        try db.run(
            """
            UPDATE representative SET confirmed_at = COALESCE(confirmed_at, \(now)), expires_at = \(now + Representative.term), noticed_at = NULL
            WHERE id = \(id) AND ended_at IS NULL
            """) == 1
    }

    /// Ends a mandate. False if it had ended.
    @discardableResult
    static func end(_ id: Int64, why: Representative.End, at now: Instant, on db: any Writer) throws -> Bool {
        try db.run("UPDATE representative SET ended_at = \(now), ended_why = \(why) WHERE id = \(id) AND ended_at IS NULL") == 1
    }

    /// Mandates that end soon and about which nobody was written to. One that is over already would be asked about and ended in the same night.
    static func ending(at now: Instant, before instant: Instant, limit: Int, on db: any Reader) throws -> [Representative] {
        try representatives(
            "ended_at IS NULL AND noticed_at IS NULL AND expires_at > \(now) AND expires_at <= \(instant) ORDER BY expires_at LIMIT \(limit)",
            on: db)
    }

    /// Notes that the yearly mail was written; false if another node was quicker.
    static func notice(_ id: Int64, at now: Instant, on db: any Writer) throws -> Bool {
        try db.run("UPDATE representative SET noticed_at = \(now) WHERE id = \(id) AND noticed_at IS NULL AND ended_at IS NULL") == 1
    }

    /// Mandates whose time is over and that nobody renewed.
    static func over(at now: Instant, limit: Int, on db: any Reader) throws -> [Representative] {
        try representatives("ended_at IS NULL AND expires_at <= \(now) ORDER BY expires_at LIMIT \(limit)", on: db)
    }

    /// Ends a mandate whose time is over. False if it was renewed meanwhile, or another node was quicker.
    static func expire(_ id: Int64, at now: Instant, on db: any Writer) throws -> Bool {
        try db.run(
            """
            UPDATE representative SET ended_at = \(now), ended_why = \(Representative.End.expired)
            WHERE id = \(id) AND ended_at IS NULL AND expires_at <= \(now)
            """) == 1
    }

    private static func inForce(_ now: Instant) -> SQL {
        "confirmed_at IS NOT NULL AND ended_at IS NULL AND expires_at > \(now)"
    }

    private static func representatives(_ condition: SQL, on db: any Reader) throws -> [Representative] {
        try db.rows(
            """
            SELECT id, organisation, person, function, asked_at, confirmed_at, expires_at, ended_at FROM representative
            WHERE \(sql: condition)
            """
        ).map { row in
            try Representative(
                id: row["id"], organisation: row["organisation"], person: row["person"], function: row["function"],
                askedAt: row["asked_at"], confirmedAt: row["confirmed_at"], expiresAt: row["expires_at"], endedAt: row["ended_at"])
        }
    }
}
