public import Storage
public import Time

/// All SQL about exports of what people told the site.
public enum ExportStore {
    /// Remembers an export before its first row leaves. Answers its number.
    /// - Parameters:
    ///   - kind: what is exported: `signatures`.
    ///   - subject: of what: the slug of a campaign.
    ///   - purpose: what for, in the words of whoever takes it.
    ///   - by: who takes it.
    public static func begin(_ kind: String, of subject: String, for purpose: String, by: String, at now: Instant, on db: any Writer) throws
        -> Int64
    {
        let id: Int64? = try db.value(
            """
            INSERT INTO export (kind, subject, purpose, made_by, made_at)
            VALUES (\(kind), \(subject), \(purpose), \(by), \(now)) RETURNING id
            """)
        guard let id else { preconditionFailure("an INSERT that returned no number") }
        return id
    }

    /// Adds how many rows left. An export without a number was not finished, but part of it may have left.
    public static func finish(_ id: Int64, rows: Int, on db: any Writer) throws {
        try db.run("UPDATE export SET row_count = \(rows) WHERE id = \(id)")
    }

    /// Exports, the last first, with their purposes, who made them, and how many rows left.
    public static func all(on db: any Reader) throws -> [(kind: String, subject: String, purpose: String, by: String, rows: Int?)] {
        try db.rows("SELECT kind, subject, purpose, made_by, row_count FROM export ORDER BY id DESC").map { row in
            try (row["kind"], row["subject"], row["purpose"], row["made_by"], row["row_count"])
        }
    }
}
