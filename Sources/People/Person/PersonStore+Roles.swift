public import Storage
public import Time

extension PersonStore {
    /// Lets a person do what a role may. Giving it twice changes nothing.
    public static func give(_ role: Role, to id: Int64, by giver: Int64?, at now: Instant, on db: any Writer) throws {
        try db.run(
            """
            INSERT INTO person_role (person, role, given_at, given_by) VALUES (\(id), \(role.rawValue), \(now), \(giver))
            ON CONFLICT (person, role) DO NOTHING
            """)
    }

    /// Takes a role from a person. False, and nothing is changed, if nobody else could administer the site then.
    public static func take(_ role: Role, from id: Int64, on db: any Writer) throws -> Bool {
        if role == .administrator, try isLastAdministrator(id, on: db) { return false }
        try db.run("DELETE FROM person_role WHERE person = \(id) AND role = \(role.rawValue)")
        return true
    }

    /// Whether the site would be without an administrator if that person left.
    public static func isLastAdministrator(_ id: Int64, on db: any Writer) throws -> Bool {
        // Taken before looking, so that two administrators who leave at once do not both see the other.
        if db.engine == .postgres {
            _ = try db.rows("SELECT person FROM person_role WHERE role = 'administrator' ORDER BY person FOR UPDATE")
        }
        let holders = try db.rows("SELECT person FROM person_role WHERE role = 'administrator'").map { row -> Int64 in try row["person"] }
        return holders == [id]
    }

    /// Everybody who has a role, by name.
    public static func staff(on db: any Reader) throws -> [Person] {
        try people(
            "EXISTS (SELECT 1 FROM person_role AS held WHERE held.person = person.id)", more: " ORDER BY person.name, person.id LIMIT 500",
            on: db)
    }
}
