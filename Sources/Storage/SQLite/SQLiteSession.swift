internal import GRDB

internal import struct Foundation.Data

/// A connection to SQLite while one closure uses it.
final class SQLiteSession: Writer {
    let engine = Engine.sqlite
    /// What the closure says that it changes.
    private(set) var topics: Set<Topic> = []
    private let db: GRDB.Database
    private var failure: StorageError?
    private var isStreaming = false

    init(_ db: GRDB.Database) {
        self.db = db
    }

    /// Fails if a statement failed, also where the closure caught the error: PostgreSQL has given up the transaction by then.
    func finish() throws(StorageError) {
        if let failure { throw failure }
    }

    func touch(_ topics: [Topic]) {
        self.topics.formUnion(topics)
    }

    @discardableResult
    func run(_ sql: SQL) throws -> Int {
        try perform(sql) { statement, arguments in
            let before = db.totalChangesCount
            try statement.execute(arguments: arguments)
            return db.totalChangesCount == before ? 0 : db.changesCount
        }
    }

    /// There is no journey to save.
    func runLater(_ sql: SQL) throws {
        try run(sql)
    }

    func rows(_ sql: SQL) throws -> [Row] {
        var rows: [Row] = []
        try stream(sql) { rows.append($0) }
        return rows
    }

    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        try stream(sql) { row in
            isStreaming = true
            defer { isStreaming = false }
            // An error of the caller's own is not the database's.
            do { try body(row) } catch { throw Interruption(cause: error) }
        }
    }

    func fill(_ table: Table, _ next: () throws -> [SQLValue]?) throws -> Int {
        let places = SQL.joined(table.columns.map { _ in "?" }, separator: ", ")
        return try perform("INSERT INTO \(name: table.name) (\(sql: table.columnList)) VALUES (\(sql: places))") { statement, _ in
            isStreaming = true
            defer { isStreaming = false }
            var count = 0
            while let row = try Self.row(next, for: table) {
                try statement.execute(arguments: StatementArguments(row.map(\.databaseValue)))
                count += 1
            }
            return count
        }
    }

    private static func row(_ next: () throws -> [SQLValue]?, for table: Table) throws(Interruption) -> [SQLValue]? {
        do {
            let row = try next()
            if let row { try table.check(row) }
            return row
        } catch {
            throw Interruption(cause: error)
        }
    }

    private struct Interruption: Error {
        let cause: any Error
    }

    private func stream(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        try perform(sql) { statement, arguments in
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
            let columns = statement.columnNames
            while let row = try cursor.next() {
                try body(Row(columns: columns, values: row.databaseValues.map(SQLValue.init)))
            }
        }
    }

    private func perform<T>(_ sql: SQL, _ body: (GRDB.Statement, StatementArguments) throws -> T) throws -> T {
        precondition(!isStreaming, "the database cannot be asked from inside `each`")
        if let failure { throw failure }
        do {
            let statement = try Statement(sql, for: .sqlite)
            let prepared = try statement.isReusable ? db.cachedStatement(sql: statement.text) : db.makeStatement(sql: statement.text)
            return try body(prepared, StatementArguments(statement.values.map { $0.databaseValue }))
        } catch let interruption as Interruption {
            throw interruption.cause
        } catch {
            let failure = StorageError(wrapping: error)
            self.failure = failure
            throw failure
        }
    }
}

extension SQLValue {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .bytes(Array(data))
        }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}
