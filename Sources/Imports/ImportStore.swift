internal import People
internal import Storage
internal import Text
internal import Time

/// All SQL about lists that were brought in: `+Lines` reads and chooses, `+Working` notes what work does, `+Forgetting` erases.
public enum ImportStore {
    /// A list that was read and not yet kept.
    struct Draft: Sendable {
        let kind: String
        let subject: Int64?
        let language: Language
        let fileName: String
        let sheet: Sheet
        let columns: [String?]
        let person: Int64
        let isReady: Bool
    }

    /// Keeps a list with all its lines. Answers its key.
    static func add(_ draft: Draft, at now: Instant, on db: any Writer) throws -> Int64 {
        let state: Import.State = draft.isReady ? .reading : .columns
        let row = try db.row(
            """
            INSERT INTO import (kind, subject, language, file_name, digest, header, columns, state, progress, goal, person, created_at, moved_at)
            VALUES (\(draft.kind), \(draft.subject), \(draft.language.code), \(draft.fileName), \(draft.sheet.digest),
                \(PackedWords.pack(draft.sheet.header)), \(PackedWords.pack(draft.columns.map { $0 ?? "" })), \(state.rawValue), 0,
                \(draft.sheet.lines.count), \(draft.person), \(now), \(now))
            RETURNING id
            """)
        guard let id: Int64 = try row?["id"] else { throw ImportError.notKept }
        let lines = draft.sheet.lines.map { line -> [any SQLEncodable] in [id, line.number, PackedWords.pack(line.cells), "", "", ""] }
        try db.run(chunks: lines) { "INSERT INTO import_line (import, number, cells, fills, stays, mark) \(values: $0)" }
        return id
    }

    /// The list with that key, or nil.
    static func find(_ id: Int64, on db: any Reader) throws -> Import? {
        try imports("id = \(id)", limit: 1, on: db).first
    }

    /// Lists of these kinds, newest first.
    static func latest(_ kinds: [String], limit: Int, on db: any Reader) throws -> [Import] {
        try imports("kind IN \(list: kinds)", limit: limit, on: db)
    }

    /// The list that came with exactly these bytes before and was carried out, if there is one.
    static func before(_ one: Import, on db: any Reader) throws -> Import? {
        let states: [Import.State] = [.running, .done]
        return try imports(
            "digest = \(one.digest) AND kind = \(one.kind) AND id < \(one.id) AND state IN \(list: states.map(\.rawValue))", limit: 1,
            on: db
        ).first
    }

    /// What somebody brought, for their own export.
    static func brought(by person: Int64, on db: any Reader) throws -> [Import] {
        try imports("person = \(person)", limit: 1_000, on: db)
    }

    /// Moves it on to another state, if it is in one of these. False if it is not: somebody else was quicker.
    static func move(_ id: Int64, from states: [Import.State], to state: Import.State, goal: Int = 0, at now: Instant, on db: any Writer)
        throws -> Bool
    {
        try db.run(
            """
            UPDATE import SET state = \(state.rawValue), progress = 0, goal = \(goal), moved_at = \(now)
            WHERE id = \(id) AND state IN \(list: states.map(\.rawValue))
            """) == 1
    }

    /// Gives up a list that nothing was done with, and erases its cells at once.
    static func discard(_ id: Int64, at now: Instant, on db: any Writer) throws {
        guard try move(id, from: unread(id, or: [.columns, .reading, .previewed], on: db), to: .discarded, at: now, on: db) else { return }
        try db.run("UPDATE import_line SET cells = NULL, mailbox = NULL, reasons = NULL WHERE import = \(id)")
        try db.run("UPDATE import SET forgotten_at = \(now), file_name = '' WHERE id = \(id)")
    }

    /// Says what its columns hold; its lines are judged anew. A list that stopped while it was read can be read again so.
    static func set(_ columns: [String?], of id: Int64, at now: Instant, on db: any Writer) throws -> Bool {
        let lines: Int = try db.value("SELECT count(*) FROM import_line WHERE import = \(id)") ?? 0
        guard try move(id, from: unread(id, or: [.columns, .previewed], on: db), to: .reading, goal: lines, at: now, on: db) else {
            return false
        }
        try db.run("UPDATE import SET columns = \(PackedWords.pack(columns.map { $0 ?? "" })) WHERE id = \(id)")
        try db.run(
            """
            UPDATE import_line SET outcome = NULL, matched = NULL, question = NULL, choice = NULL, mailbox = NULL
            WHERE import = \(id) AND cells IS NOT NULL
            """)
        return true
    }

    /// These states, and `failed` where that happened while the list was read, so that nothing was done with it.
    static func unread(_ id: Int64, or states: [Import.State], on db: any Reader) throws -> [Import.State] {
        try countUnjudged(of: id, on: db) > 0 ? states + [.failed] : states
    }

    private static func imports(_ condition: SQL, limit: Int, on db: any Reader) throws -> [Import] {
        try db.rows(
            """
            SELECT id, kind, subject, language, file_name, digest, header, columns, state, progress, goal, person, created_at, moved_at,
                forgotten_at
            FROM import WHERE \(sql: condition) ORDER BY id DESC LIMIT \(limit)
            """
        ).map { row in
            let state: String = try row["state"]
            return try Import(
                id: row["id"], kind: row["kind"], subject: row["subject"], language: Language(row["language"]) ?? .english,
                fileName: row["file_name"], digest: row["digest"], header: PackedWords.unpack(row["header"]),
                columns: PackedWords.unpack(row["columns"]).map { $0.isEmpty ? nil : $0 },
                state: Import.State(rawValue: state) ?? .failed, progress: row["progress"], goal: row["goal"], person: row["person"],
                createdAt: row["created_at"], movedAt: row["moved_at"], forgottenAt: row["forgotten_at"])
        }
    }
}

/// What can go wrong with lists beyond what the database says.
enum ImportError: Error {
    /// The database took a list and gave it no key.
    case notKept
    /// No part of the program knows lists of that kind.
    case unknownKind(String)
}
