internal import CPostgres

/// An error of the server or of the connection, with what decides whether another attempt makes sense.
struct PostgresFailure: Error {
    /// The five characters of SQLSTATE; empty if the connection failed.
    let state: String
    /// The same error for the caller.
    let error: StorageError

    /// The connection is gone: closed, or about to be by a server that stops.
    var isLost: Bool { Self.isLost(state) }

    /// Another attempt will probably succeed: serialization failure, deadlock, lock not had in time, or a prepared plan that another
    /// program's migration has made stale.
    var isCollision: Bool {
        ["40001", "40P01", "55P03", "0A000"].contains(state)
    }

    /// The connection failed.
    init(lost message: String) {
        state = ""
        error = .connectionLost(message)
    }

    /// The server refused something.
    init(state: String, error: StorageError) {
        self.state = state
        self.error = error
    }

    /// The error that an answer holds.
    init(_ result: OpaquePointer, statement: String) {
        state = Self.field("C", of: result)
        let message = Self.field("M", of: result)
        switch state {
        case "":
            error = .connectionLost(PQresultErrorMessage(result).map { String(cString: $0) } ?? "")
        case "23505":
            error = .unique(table: Self.field("t", of: result), columns: Self.columns(detail: Self.field("D", of: result)))
        case _ where state.hasPrefix("23"):
            error = .constraint(message)
        case "40001", "40P01", "55P03":
            error = .busy
        case "53100":
            error = .full
        case _ where Self.isLost(state):
            error = .connectionLost(message)
        default:
            error = .other("PostgreSQL error \(state): \(message) in: \(statement)")
        }
    }

    private static func isLost(_ state: String) -> Bool {
        state.isEmpty || state.hasPrefix("08") || ["57P01", "57P02", "57P03"].contains(state)
    }

    /// A field of the error report, by its letter (`postgres_ext.h`).
    private static func field(_ letter: Unicode.Scalar, of result: OpaquePointer) -> String {
        PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) } ?? ""
    }

    /// The names in `Key (email, site)=(a@b, 3) already exists.`; none where the key is an expression.
    private static func columns(detail: String) -> [String] {
        guard let open = detail.firstIndex(of: "("), let close = detail.firstRange(of: ")=(")?.lowerBound else { return [] }
        let names = detail[detail.index(after: open)..<close]
        return names.contains("(") ? [] : names.split(separator: ", ").map(String.init)
    }
}
