internal import CPostgres

/// A connection to a PostgreSQL server, used by one thread. Statements go out several at a time (libpq's pipeline mode), so that `BEGIN`
/// and savepoints cost no journey of their own.
final class PostgresConnection {
    let handle: OpaquePointer
    private var prepared: [Key: Prepared] = [:]
    private var preparedCount = 0

    /// Texts kept prepared before all are forgotten.
    private static let mostPrepared = 300

    /// What makes two statements the same for the server.
    private struct Key: Hashable {
        let text: String
        let types: [Statement.BoundType?]
    }

    private final class Prepared {
        let name: String
        var columns: PostgresColumns?

        init(name: String) {
            self.name = name
        }
    }

    private enum Step {
        case preparation(Key, Prepared)
        case execution(Prepared?)
    }

    /// How a statement ended.
    struct Answer {
        /// Rows that an `INSERT`, `UPDATE` or `DELETE` changed.
        var changed = 0
        /// Whether the server answered a `COMMIT` by taking everything back.
        var isRollback = false
    }

    /// Connects, in at most five seconds.
    init(address: String) throws(PostgresFailure) {
        // Later ones win, so the address may say otherwise.
        let settings = [
            ("connect_timeout", "5"), ("application_name", "socle"), ("tcp_user_timeout", "15000"), ("keepalives_idle", "30"),
            ("dbname", address), ("client_encoding", "UTF8"),
        ]
        guard let handle = Self.connect(settings) else { throw PostgresFailure(lost: "out of memory") }
        self.handle = handle
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        guard PQstatus(handle) == CONNECTION_OK else { throw lost() }
        try command("SET bytea_output = hex; SET extra_float_digits = 1; SET TimeZone = 'UTC'")
    }

    deinit {
        PQfinish(handle)
    }

    /// The socket, for `poll`.
    var socket: Int32 { PQsocket(handle) }

    /// Runs statements without values, one journey, outside of the pipeline.
    func command(_ text: String) throws(PostgresFailure) {
        guard let result = PQexec(handle, text) else { throw lost() }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw PostgresFailure(result, statement: text) }
    }

    /// From here on `exchange` may be used, and `command` may not.
    func enterPipeline() throws(PostgresFailure) {
        guard PQenterPipelineMode(handle) == 1 else { throw lost() }
    }

    /// Takes in what has arrived and answers the notifications among it.
    func notifications() throws(PostgresFailure) -> [String] {
        guard PQconsumeInput(handle) == 1 else { throw lost() }
        var payloads: [String] = []
        while let notification = PQnotifies(handle) {
            payloads.append(String(cString: notification.pointee.extra))
            PQfreemem(notification)
        }
        return payloads
    }

    /// Sends statements together and waits for all answers; one that fails takes those behind it along. The rows are those of the last.
    /// - Parameter isStreamed: rows are taken in one by one instead of all at once.
    func exchange(_ statements: [Statement], isStreamed: Bool = false, row: (Row) -> Void = { _ in }) throws(PostgresFailure) -> Answer {
        var steps: [(Step, Statement)] = []
        for statement in statements { try send(statement, steps: &steps) }
        guard PQpipelineSync(handle) == 1 else { throw lost() }
        var answer = Answer()
        var failure: PostgresFailure?
        for (index, (step, statement)) in steps.enumerated() {
            let isLast = index == steps.count - 1
            if isLast, isStreamed { PQsetSingleRowMode(handle) }
            while let result = PQgetResult(handle) {
                defer { PQclear(result) }
                switch PQresultStatus(result) {
                case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY:
                    if isLast { read(result, of: step, row: row) }
                    answer = Answer(result)
                    if case .preparation(let key, let statement) = step { prepared[key] = statement }
                case PGRES_PIPELINE_ABORTED:
                    continue
                default:
                    failure = failure ?? PostgresFailure(result, statement: statement.text)
                }
            }
        }
        guard let end = PQgetResult(handle) else { throw failure ?? lost() }
        PQclear(end)
        if let failure { throw failure }
        return answer
    }

    /// Forgets prepared statements once they are many or after a change of the schema. Not inside a transaction.
    func tidy(all isForced: Bool = false) throws(PostgresFailure) {
        guard isForced || prepared.count > Self.mostPrepared else { return }
        _ = try exchange([Statement(text: "DEALLOCATE ALL")])
        prepared = [:]
    }

    private func send(_ statement: Statement, steps: inout [(Step, Statement)]) throws(PostgresFailure) {
        let parameters = PostgresParameters(statement)
        guard statement.isReusable else {
            let isSent = parameters.withPointers { count, types, values, lengths, formats in
                PQsendQueryParams(handle, statement.text, count, types, values, lengths, formats, 0)
            }
            guard isSent == 1 else { throw lost() }
            steps.append((.execution(nil), statement))
            return
        }
        let key = Key(text: statement.text, types: statement.types)
        let known = prepared[key] ?? Prepared(name: "s\(preparedCount)")
        if prepared[key] == nil {
            preparedCount += 1
            let isSent = parameters.withPointers { count, types, _, _, _ in
                PQsendPrepare(handle, known.name, statement.text, count, types)
            }
            guard isSent == 1 else { throw lost() }
            steps.append((.preparation(key, known), statement))
        }
        let isSent = parameters.withPointers { count, _, values, lengths, formats in
            PQsendQueryPrepared(handle, known.name, count, values, lengths, formats, 0)
        }
        guard isSent == 1 else { throw lost() }
        steps.append((.execution(known), statement))
    }

    private func read(_ result: OpaquePointer, of step: Step, row: (Row) -> Void) {
        guard case .execution(let statement) = step, PQnfields(result) > 0 else { return }
        let columns = statement?.columns ?? PostgresColumns(of: result)
        statement?.columns = columns
        for index in 0..<PQntuples(result) { row(columns.row(index, of: result)) }
    }

    /// Why the connection failed.
    func lost() -> PostgresFailure {
        PostgresFailure(lost: PQerrorMessage(handle).map { String(cString: $0) } ?? "")
    }

    private static func connect(_ settings: [(String, String)]) -> OpaquePointer? {
        var names: [UnsafePointer<CChar>?] = []
        var values: [UnsafePointer<CChar>?] = []
        func connect(_ rest: ArraySlice<(String, String)>) -> OpaquePointer? {
            guard let (name, value) = rest.first else { return PQconnectdbParams(names + [nil], values + [nil], 1) }
            return name.withCString { name in
                value.withCString { value in
                    names.append(name)
                    values.append(value)
                    return connect(rest.dropFirst())
                }
            }
        }
        return connect(settings[...])
    }
}

extension PostgresConnection.Answer {
    fileprivate init(_ result: OpaquePointer) {
        guard let tag = PQcmdStatus(result) else { return }
        switch UInt8(bitPattern: tag.pointee) {
        case UInt8(ascii: "I"), UInt8(ascii: "U"), UInt8(ascii: "D"), UInt8(ascii: "M"):
            changed = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
        case UInt8(ascii: "R"):
            isRollback = String(cString: tag) == "ROLLBACK"
        default:
            break
        }
    }
}
