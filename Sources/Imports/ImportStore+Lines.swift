internal import Storage
internal import Text
internal import Web

extension ImportStore {
    /// The lines of a list after a number, in their order.
    static func lines(of id: Int64, after number: Int = 0, limit: Int, on db: any Reader) throws -> [ImportLine] {
        try lines("import = \(id) AND number > \(number)", "number LIMIT \(limit)", on: db)
    }

    /// A page of the lines with an outcome, or of all.
    static func lines(of id: Int64, _ outcome: ImportLine.Outcome?, limit: Int, offset: Int, on db: any Reader) throws -> [ImportLine] {
        let such: SQL = outcome.map { " AND outcome = \($0)" } ?? ""
        return try lines("import = \(id)\(sql: such)", "number LIMIT \(limit) OFFSET \(offset)", on: db)
    }

    /// How many lines there are by outcome.
    static func counts(of id: Int64, on db: any Reader) throws -> [ImportLine.Outcome: Int] {
        try db.rows("SELECT outcome, count(*) AS lines FROM import_line WHERE import = \(id) AND outcome IS NOT NULL GROUP BY outcome")
            .reduce(into: [:]) { counts, row in counts[try row["outcome"]] = try row["lines"] }
    }

    /// How many lines there are by outcome and by what was done with them.
    static func tally(of id: Int64, on db: any Reader) throws -> [ImportTally] {
        try db.rows(
            """
            SELECT outcome, CASE WHEN undoing = 'undone' THEN 'undone' WHEN carried_at IS NULL THEN 'ahead' ELSE 'done' END AS stage,
                count(*) AS lines
            FROM import_line WHERE import = \(id) AND outcome IS NOT NULL GROUP BY 1, 2
            """
        ).map { row in try ImportTally(outcome: row["outcome"], stage: row["stage"], lines: row["lines"]) }
    }

    /// How many lines wait to be carried out: sure ones, and those that a person decided on.
    static func countPlanned(of id: Int64, on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM import_line WHERE import = \(id) AND \(sql: isPlanned)") ?? 0
    }

    /// How many lines were not judged yet.
    static func countUnjudged(of id: Int64, on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM import_line WHERE import = \(id) AND outcome IS NULL") ?? 0
    }

    /// How many lines could be taken back, those that stayed the last time among them.
    static func countReversible(of id: Int64, on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM import_line WHERE import = \(id) AND (\(sql: isReversible) OR undoing = 'kept')") ?? 0
    }

    /// Lets lines that stayed be tried again: a later list may be taken back by now, or a mandate ended.
    static func offerKept(of id: Int64, on db: any Writer) throws {
        try db.run(
            """
            UPDATE import_line SET undoing = NULL, reasons = NULL WHERE import = \(id) AND undoing = 'kept'
                AND EXISTS (SELECT 1 FROM import WHERE id = \(id) AND state IN ('done', 'failed', 'undone'))
            """)
    }

    /// The first lines that stayed.
    static func kept(of id: Int64, limit: Int, on db: any Reader) throws -> [ImportLine] {
        try lines("import = \(id) AND undoing = 'kept'", "number LIMIT \(limit)", on: db)
    }

    /// How many lines were taken back, and how many stayed.
    static func reversals(of id: Int64, on db: any Reader) throws -> (undone: Int, kept: Int) {
        let rows = try db.rows(
            "SELECT undoing, count(*) AS lines FROM import_line WHERE import = \(id) AND undoing IS NOT NULL GROUP BY undoing")
        let counts: [ImportLine.Undoing: Int] = try rows.reduce(into: [:]) { counts, row in
            counts[try row["undoing"]] = try row["lines"]
        }
        return (counts[.undone] ?? 0, counts[.kept] ?? 0)
    }

    /// The next lines to carry out.
    static func planned(of id: Int64, limit: Int, on db: any Reader) throws -> [ImportLine] {
        try lines("import = \(id) AND \(sql: isPlanned)", "number LIMIT \(limit)", on: db)
    }

    /// The next lines to take back, the last first.
    static func reversible(of id: Int64, limit: Int, on db: any Reader) throws -> [ImportLine] {
        try lines("import = \(id) AND \(sql: isReversible)", "number DESC LIMIT \(limit)", on: db)
    }

    private static let isPlanned: SQL = """
        carried_at IS NULL AND (outcome IN ('created', 'merged') OR (outcome = 'likely' AND choice IN ('merge', 'create')))
        """
    private static let isReversible: SQL = "carried_at IS NOT NULL AND undoing IS NULL AND outcome IN ('created', 'merged')"

    /// What people chose in earlier lists, by what was asked.
    static func answers(to questions: [String], on db: any Reader) throws -> [String: ImportLine.Choice] {
        guard !questions.isEmpty else { return [:] }
        return try db.rows(
            "SELECT question, choice FROM import_line WHERE choice IS NOT NULL AND question IN \(list: questions) ORDER BY import"
        ).reduce(into: [:]) { answers, row in answers[try row["question"]] = try row["choice"] }
    }

    /// Keeps what a person chose for a line that likely is the same as something, while its list waits.
    static func choose(_ choice: ImportLine.Choice?, for number: Int, of id: Int64, on db: any Writer) throws {
        try db.run(
            """
            UPDATE import_line SET choice = \(choice) WHERE import = \(id) AND number = \(number) AND outcome = 'likely'
                AND EXISTS (SELECT 1 FROM import WHERE id = \(id) AND state = 'previewed')
            """)
    }

    static func lines(_ condition: SQL, _ order: SQL, on db: any Reader) throws -> [ImportLine] {
        try db.rows(
            """
            SELECT number, cells, outcome, reasons, fills, stays, matched, twin, question, choice, made, mark, carried_at, undoing
            FROM import_line WHERE \(sql: condition) ORDER BY \(sql: order)
            """
        ).map(line)
    }

    private static func line(_ row: Row) throws -> ImportLine {
        let cells: String? = try row["cells"]
        let reasons: String? = try row["reasons"]
        let carriedAt: Int64? = try row["carried_at"]
        return try ImportLine(
            number: row["number"], cells: cells.map(PackedWords.unpack), outcome: row["outcome"],
            reasons: reasons.map(PackedReasons.unpack) ?? [],
            fills: PackedWords.list(row["fills"]), stays: PackedWords.list(row["stays"]), matched: row["matched"], twin: row["twin"],
            question: row["question"], choice: row["choice"], made: row["made"], mark: row["mark"], isCarriedOut: carriedAt != nil,
            undoing: row["undoing"])
    }
}
