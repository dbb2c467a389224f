internal import People
public import Storage
public import Time

/// All SQL about what is watched for.
public enum BlockStore {
    /// Everything that is watched for now, the newest first.
    public static func all(at now: Instant, on db: any Reader) throws -> [Block] {
        try blocks("b.ends_at IS NULL OR b.ends_at > \(now)", on: db)
    }

    /// One of them, or nil.
    static func find(_ id: Int64, on db: any Reader) throws -> Block? {
        try blocks("b.id = \(id)", on: db).first
    }

    /// What concerns exactly that mailbox.
    static func about(mailbox: String, on db: any Reader) throws -> [Block] {
        try blocks("b.kind = \(Block.Kind.mailbox) AND b.value = \(Person.key(of: mailbox))", on: db)
    }

    /// Watches for something from now on; what is watched for already gets the new reason and end.
    static func put(
        _ kind: Block.Kind, _ value: String, reason: String, until end: Instant?, by person: Person, at now: Instant, on db: any Writer
    ) throws {
        try db.run(
            """
            INSERT INTO block (kind, value, reason, person, made_at, ends_at)
            VALUES (\(kind), \(value), \(reason), \(person.id), \(now), \(end))
            ON CONFLICT (kind, value) DO UPDATE SET reason = excluded.reason, person = excluded.person, made_at = excluded.made_at,
                ends_at = excluded.ends_at
            """)
        db.touch("blocks")
    }

    /// No longer watches for something.
    static func remove(_ id: Int64, on db: any Writer) throws {
        try db.run("DELETE FROM block WHERE id = \(id)")
        db.touch("blocks")
    }

    private static func blocks(_ condition: SQL, on db: any Reader) throws -> [Block] {
        try db.rows(
            """
            SELECT b.id, b.kind, b.value, b.reason, p.name, b.made_at, b.ends_at FROM block AS b LEFT JOIN person AS p ON p.id = b.person
            WHERE \(sql: condition) ORDER BY b.id DESC
            """
        ).map { row in
            let name: String? = try row["name"]
            return try Block(
                id: row["id"], kind: row["kind"], value: row["value"], reason: row["reason"], personName: name ?? "",
                madeAt: row["made_at"],
                endsAt: row["ends_at"])
        }
    }
}
