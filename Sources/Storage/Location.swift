/// Where the database lies.
public enum Location: Sendable, Hashable {
    /// A file that SQLite creates if it is missing.
    case sqlite(path: String)
    /// A PostgreSQL server and database, as an address that libpq understands.
    case postgres(address: String)

    /// Reads `sqlite:PATH`, `postgres://…` or `postgresql://…`. Throws `StorageError.location` for anything else.
    public init(parsing text: String) throws(StorageError) {
        if text.hasPrefix("sqlite:"), text.utf8.count > 7, !text.hasPrefix("sqlite::") {
            self = .sqlite(path: String(text.dropFirst(7)))
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(address: text)
        } else {
            throw .location("the address of a database is sqlite:PATH or postgres://user:password@host/name")
        }
    }

    /// The engine that serves it.
    public var engine: Engine {
        switch self {
        case .sqlite: .sqlite
        case .postgres: .postgres
        }
    }
}

extension Location: CustomStringConvertible {
    /// The place in words for the log: an address of a server may hold a password, so it is not shown.
    public var description: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres: "a PostgreSQL server"
        }
    }
}
