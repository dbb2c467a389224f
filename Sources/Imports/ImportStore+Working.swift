internal import Storage
internal import Time
internal import Web

extension ImportStore {
    /// Begins a batch: holds the list until the write ends, so that two workers do not do the same lines. False if it is no longer in that state.
    static func hold(_ id: Int64, in state: Import.State, on db: any Writer) throws -> Bool {
        try db.run("UPDATE import SET progress = progress WHERE id = \(id) AND state = \(state.rawValue)") == 1
    }

    /// Says how far the work is.
    static func advance(_ id: Int64, to progress: Int, on db: any Writer) throws {
        try db.run("UPDATE import SET progress = \(progress) WHERE id = \(id)")
    }

    /// Says that so many more lines are done.
    static func advance(_ id: Int64, by lines: Int, on db: any Writer) throws {
        try db.run("UPDATE import SET progress = progress + \(lines) WHERE id = \(id)")
    }

    /// Notes what becomes of lines, the mailboxes by which people find theirs, and what was chosen for the same question before.
    /// Lines that were erased since they were judged stay so.
    static func note(_ verdicts: [(number: Int, mailbox: String?, verdict: ImportVerdict)], of id: Int64, on db: any Writer) throws {
        let answers = try answers(to: verdicts.compactMap(\.verdict.question), on: db)
        let rows = verdicts.map { number, mailbox, verdict -> [any SQLEncodable] in
            [
                number, mailbox, verdict.outcome, PackedReasons.pack(verdict.reasons), PackedWords.pack(verdict.fills),
                PackedWords.pack(verdict.stays),
                verdict.matched, verdict.twin, verdict.question, verdict.question.flatMap { answers[$0] },
            ]
        }
        try db.run(chunks: rows) { rows in
            """
            WITH judged (number, mailbox, outcome, reasons, fills, stays, matched, twin, question, choice) AS (\(values: rows))
            UPDATE import_line SET mailbox = judged.mailbox, outcome = judged.outcome, reasons = judged.reasons, fills = judged.fills, stays = judged.stays, matched = judged.matched, twin = judged.twin,
                question = judged.question, choice = judged.choice
            FROM judged WHERE import_line.import = \(id) AND import_line.number = judged.number AND import_line.cells IS NOT NULL
            """
        }
    }

    /// Notes what was done with lines.
    static func note(_ deeds: [ImportDeed], of id: Int64, at now: Instant, on db: any Writer) throws {
        let rows = deeds.map { deed -> [any SQLEncodable] in
            [
                deed.number, deed.outcome, deed.reason.map { PackedReasons.pack([$0]) }, PackedWords.pack(deed.fills), deed.made, deed.mark,
            ]
        }
        try db.run(chunks: rows) { rows in
            """
            WITH done (number, outcome, reasons, fills, made, mark) AS (\(values: rows))
            UPDATE import_line SET outcome = done.outcome, reasons = coalesce(done.reasons, import_line.reasons), fills = done.fills,
                made = done.made, mark = done.mark, carried_at = \(now)
            FROM done WHERE import_line.import = \(id) AND import_line.number = done.number
            """
        }
    }

    /// Notes what taking lines back did.
    static func note(_ reversals: [ImportReversal], of id: Int64, on db: any Writer) throws {
        let rows = reversals.map { reversal -> [any SQLEncodable] in
            [
                reversal.number, reversal.undoing, reversal.reason.map { PackedReasons.pack([$0]) },
            ]
        }
        try db.run(chunks: rows) { rows in
            """
            WITH done (number, undoing, reasons) AS (\(values: rows))
            UPDATE import_line SET undoing = done.undoing, reasons = coalesce(done.reasons, import_line.reasons)
            FROM done WHERE import_line.import = \(id) AND import_line.number = done.number
            """
        }
    }
}
