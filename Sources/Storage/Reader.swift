/// What may be asked of the database inside `Database.read` and `Database.write`. It must not leave the closure.
public protocol Reader {
    /// The engine that answers.
    var engine: Engine { get }

    /// All rows of an answer.
    func rows(_ sql: SQL) throws -> [Row]

    /// The rows of an answer one by one, in flat memory. The body may not ask the database anything itself: that traps.
    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws
}

extension Reader {
    /// The first row of an answer, if there is one.
    public func row(_ sql: SQL) throws -> Row? {
        try rows(sql).first
    }

    /// The first column of the first row; nil if there is no row, or if it holds no value.
    public func value<T: SQLDecodable>(_ sql: SQL, as _: T.Type = T.self) throws -> T? {
        guard let row = try rows(sql).first else { return nil }
        return try row.decode(T?.self, at: 0)
    }
}

/// What may be done to the database inside `Database.write`. It must not leave the closure.
public protocol Writer: Reader {
    /// Runs a statement; answers how many rows an `INSERT`, `UPDATE` or `DELETE` changed, 0 for any other.
    @discardableResult func run(_ sql: SQL) throws -> Int

    /// Runs a statement whose answer nobody waits for: it travels to a server together with the next one. If it fails, so does the write.
    func runLater(_ sql: SQL) throws

    /// Adds rows to a table as quickly as the engine takes them, in flat memory: `next` gives one row after the other, then nil. It may
    /// not ask the database anything. Answers how many rows were added. Throws if a value may not stand in its column.
    func fill(_ table: Table, _ next: () throws -> [SQLValue]?) throws -> Int

    /// Names what this write changes. It is announced once the write is committed.
    func touch(_ topics: [Topic])
}

extension Writer {
    /// Names what this write changes. It is announced once the write is committed.
    public func touch(_ topics: Topic...) {
        touch(topics)
    }

    /// Runs one statement for many rows, in as many pieces as the engines' limit on bound values asks for:
    /// `try db.run(chunks: rows) { "INSERT INTO seat (id, name) \(values: $0)" }`. Answers how many rows changed.
    @discardableResult
    public func run(chunks rows: [[any SQLEncodable]], _ statement: ([[any SQLEncodable]]) -> SQL) throws -> Int {
        guard let width = rows.first?.count else { return 0 }
        precondition(width > 0, "a row needs a value")
        // A few thousand values a statement are as fast as more, and cheaper to parse.
        let size = max(1, 6_000 / width)
        return try stride(from: 0, to: rows.count, by: size).reduce(into: 0) { changed, start in
            changed += try run(statement(Array(rows[start..<min(start + size, rows.count)])))
        }
    }
}
