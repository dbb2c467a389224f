/// A transaction on a connection. Statements that only steer it wait for the next one that asks something, and travel with it.
final class PostgresTransaction {
    private let connection: PostgresConnection
    private var prelude: [Statement]
    /// Whether the server knows of it.
    private(set) var hasBegun = false

    /// A transaction that begins with the first statement.
    init(on connection: PostgresConnection, opening: String...) {
        self.connection = connection
        prelude = opening.map(Statement.init(text:))
    }

    /// Adds a statement that steers the transaction.
    func prepend(_ text: String) {
        prelude.append(Statement(text: text))
    }

    /// Takes back the last statement added, if it has not been sent.
    func withdraw() {
        prelude.removeLast()
    }

    /// Sends what waits and the statements.
    func exchange(
        _ statements: [Statement], isStreamed: Bool = false, row: (Row) -> Void = { _ in }
    ) throws(PostgresFailure) -> PostgresConnection.Answer {
        let all = prelude + statements
        prelude = []
        hasBegun = true
        return try connection.exchange(all, isStreamed: isStreamed, row: row)
    }

    /// Sends what waits, and then rows for a table.
    func copy(_ rows: PostgresCopy, _ next: () throws -> [SQLValue]?) throws -> Int {
        _ = try exchange([])
        return try connection.copy(rows, next)
    }
}

/// A connection to PostgreSQL while one closure uses it.
final class PostgresSession: Writer {
    let engine = Engine.postgres
    /// What the closure says that it changes.
    private(set) var topics: Set<Topic> = []
    /// Whether the closure has asked anything.
    private(set) var hasAsked = false
    /// The first error of the server; nothing more can be done in the transaction after it.
    private(set) var failure: PostgresFailure?
    private let transaction: PostgresTransaction
    private var waiting: [Statement] = []
    private var isStreaming = false

    init(_ transaction: PostgresTransaction) {
        self.transaction = transaction
    }

    /// Sends what still waits. Fails if a statement failed, also where the closure caught the error.
    func finish() throws(StorageError) {
        if let failure { throw failure.error }
        guard !waiting.isEmpty else { return }
        _ = try exchange([])
    }

    func touch(_ topics: [Topic]) {
        self.topics.formUnion(topics)
    }

    @discardableResult
    func run(_ sql: SQL) throws -> Int {
        try perform(sql).changed
    }

    func runLater(_ sql: SQL) throws {
        if let failure { throw failure.error }
        do throws(StorageError) {
            waiting.append(try Statement(sql, for: .postgres))
        } catch {
            failure = PostgresFailure(state: "-", error: error)
            throw error
        }
    }

    func rows(_ sql: SQL) throws -> [Row] {
        var rows: [Row] = []
        _ = try perform(sql) { rows.append($0) }
        return rows
    }

    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        // Rows that are still on their way after an error of the body are read and dropped: the connection stays usable.
        var interruption: (any Error)?
        isStreaming = true
        defer { isStreaming = false }
        _ = try perform(sql, isStreamed: true) { row in
            guard interruption == nil else { return }
            do { try body(row) } catch { interruption = error }
        }
        if let interruption { throw interruption }
    }

    func fill(_ table: Table, _ next: () throws -> [SQLValue]?) throws -> Int {
        precondition(!isStreaming, "the database cannot be asked from inside `each`")
        if let failure { throw failure.error }
        isStreaming = true
        defer { isStreaming = false }
        if !waiting.isEmpty { _ = try exchange([]) }
        hasAsked = true
        do {
            return try transaction.copy(PostgresCopy(table), next)
        } catch let error as PostgresFailure {
            failure = error
            throw error.error
        } catch {
            // The server has given up the transaction, whoever is to blame.
            failure = PostgresFailure(state: "-", error: .other("rows for \(table.name) were not sent to their end"))
            throw error
        }
    }

    private func perform(
        _ sql: SQL, isStreamed: Bool = false, row: (Row) -> Void = { _ in }
    ) throws(StorageError) -> PostgresConnection.Answer {
        precondition(isStreamed || !isStreaming, "the database cannot be asked from inside `each`")
        if let failure { throw failure.error }
        do throws(StorageError) {
            return try exchange([Statement(sql, for: .postgres)], isStreamed: isStreamed, row: row)
        } catch {
            failure = failure ?? PostgresFailure(state: "-", error: error)
            throw error
        }
    }

    /// Sends what waits and the statements, in one journey.
    private func exchange(
        _ statements: [Statement], isStreamed: Bool = false, row: (Row) -> Void = { _ in }
    ) throws(StorageError) -> PostgresConnection.Answer {
        hasAsked = true
        let all = waiting + statements
        waiting = []
        do throws(PostgresFailure) {
            return try transaction.exchange(all, isStreamed: isStreamed, row: row)
        } catch {
            failure = error
            throw error.error
        }
    }
}
