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
            _ = try move(id, from: unread(id, or: [.columns, .reading, .previewed], on: db), to: .discarded, at: now, on: db)
            try db.run(
                "UPDATE import_line SET cells = NULL, mailbox = NULL, reasons = NULL WHERE import = \(id)")
            try db.run("UPDATE import SET forgotten_at = \(now), file_name = '' WHERE id = \(id)")
        }
        return old.count
    }

    /// The lines that hold a mailbox, with when their list was brought; in lists that were not judged, wherever it stands.
    static func lines(at mailbox: String, on db: any Reader) throws -> [(cells: [String], broughtAt: Instant)] {
        let judged = try db.rows(
            """
            SELECT l.cells, i.created_at FROM import_line AS l JOIN import AS i ON i.id = l.import
            WHERE l.mailbox = \(Person.key(of: mailbox)) AND l.cells IS NOT NULL ORDER BY l.import, l.number
            """
        ).map { row -> (cells: [String], broughtAt: Instant) in (PackedWords.unpack(try row["cells"]), try row["created_at"]) }
        return try judged + unjudged(at: mailbox, in: nil, on: db).map { ($0.cells, $0.broughtAt) }
    }

    /// The lines with that mailbox in any cell, of lists of which nobody knows yet which column holds it. Lists wait so for minutes, and there are
    /// few of them, so their cells are compared one by one.
    private static func unjudged(at mailbox: String, in kind: String?, on db: any Reader) throws -> [(
        list: Int64, number: Int, cells: [String], broughtAt: Instant
    )] {
        let key = Person.key(of: mailbox)
        let such: SQL = kind.map { " AND i.kind = \($0)" } ?? ""
        var found: [(list: Int64, number: Int, cells: [String], broughtAt: Instant)] = []
        try db.each(
            """
            SELECT l.import, l.number, l.cells, i.created_at FROM import AS i JOIN import_line AS l ON l.import = i.id
            WHERE i.state IN ('columns', 'reading', 'failed')\(sql: such) AND l.outcome IS NULL AND l.cells IS NOT NULL
            ORDER BY l.import, l.number
            """
        ) { row in
            let cells = PackedWords.unpack(try row["cells"])
            guard cells.contains(where: { Person.key(of: ImportRecord.plain($0)) == key }) else { return }
            found.append((try row["import"], try row["number"], cells, try row["created_at"]))
        }
        return found
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
        for line in try unjudged(at: mailbox, in: kind, on: db) {
            try db.run(
                """
                UPDATE import_line SET cells = NULL, mailbox = NULL, reasons = \(forgotten), outcome = 'refused'
                WHERE import = \(line.list) AND number = \(line.number)
                """)
        }
    }
}
