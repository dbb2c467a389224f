internal import People
internal import Storage

extension PersonStore {
    /// The statement that finds those who hold a role, as readers of a mailing.
    static func staff(with role: Role?) -> SQL {
        let condition: SQL = role.map { " WHERE role = \($0.rawValue)" } ?? ""
        return """
            SELECT person.mailbox AS mailbox, person.name AS name, person.language AS language, 0 AS agreed_at FROM person
            WHERE person.id IN (SELECT person_role.person FROM person_role\(sql: condition))
            """
    }
}
