internal import People
internal import Storage

extension PersonStore {
    /// The statement that finds those who hold a role, as readers of a mailing; nobody holds one that there is no more.
    static func staff(with role: String?) -> SQL {
        let condition: SQL = role.map { " WHERE role IN \(list: Role(rawValue: $0).map { [$0.rawValue] } ?? [])" } ?? ""
        return """
            SELECT person.mailbox AS mailbox, person.name AS name, person.language AS language, 0 AS agreed_at FROM person
            WHERE person.id IN (SELECT person_role.person FROM person_role\(sql: condition))
            """
    }
}
