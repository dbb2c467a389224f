internal import Storage

extension EndorsementStore {
    /// The statement that finds the keys of the organisations whose endorsement stands: of the campaign at that address, or of any.
    static func endorsers(of slug: String?) -> SQL {
        let condition: SQL = slug.map { " AND c.slug = \($0)" } ?? ""
        return """
            SELECT e.organisation FROM endorsement AS e JOIN campaign AS c ON c.id = e.campaign
            WHERE e.confirmed_at IS NOT NULL AND e.ended_at IS NULL\(sql: condition)
            """
    }
}
