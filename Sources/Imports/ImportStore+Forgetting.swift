internal import People
public import Storage
internal import Time
internal import Web

extension ImportStore {
    /// Erases the cells of lists that did not move since `instant`, at most so many lists; previews that lay so long are given up. Answers how many.
    static func forget(before instant: Instant, limit: Int, at now: Instant, on db: any Writer) throws -> Int {
        let old = try db.rows(
            """
            SELECT id FROM import WHERE forgotten_at IS NULL AND moved_at < \(instant) AND state NOT IN ('running', 'undoing')
            ORDER BY id LIMIT \(limit)
            """
        ).map { row -> Int64 in try row["id"] }
        for id in old {
            try db.run(
                "UPDATE import_line SET cells = NULL, mailbox = NULL, reasons = NULL WHERE import = \(id)")
            try db.run("UPDATE import SET forgotten_at = \(now), file_name = '' WHERE id = \(id)")
            try db.run(
                "UPDATE import SET state = 'discarded' WHERE id = \(id) AND state IN ('columns', 'reading', 'previewed')")
        }
        return old.count
    }

    /// The lines that hold a mailbox, with when their list was brought.
    static func lines(at mailbox: String, on db: any Reader) throws -> [(cells: [String], broughtAt: Instant)] {
        try db.rows(
            """
            SELECT l.cells, i.created_at FROM import_line AS l JOIN import AS i ON i.id = l.import
            WHERE l.mailbox = \(Person.key(of: mailbox)) AND l.cells IS NOT NULL ORDER BY l.import, l.number
            """
        ).map { row in (PackedWords.unpack(try row["cells"]), try row["created_at"]) }
    }

    /// Erases what lists (of one kind, or all) say about whoever has that mailbox: they left, or took their signature back. A line that was not
    /// carried out yet is refused.
    public static func forget(mailbox: String, in kind: String? = nil, on db: any Writer) throws {
        let forgotten = PackedReasons.pack([FormProblem(field: "", key: "imports.line.forgotten")])
        let such: SQL = kind.map { " AND import IN (SELECT id FROM import WHERE kind = \($0))" } ?? ""
        try db.run(
            """
            UPDATE import_line SET cells = NULL, mailbox = NULL,
                reasons = CASE WHEN carried_at IS NULL THEN \(forgotten) END,
                outcome = CASE WHEN carried_at IS NULL THEN 'refused' ELSE outcome END
            WHERE mailbox = \(Person.key(of: mailbox))\(sql: such)
            """)
    }
}
