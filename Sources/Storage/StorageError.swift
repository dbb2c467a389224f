/// What can go wrong in the database. Messages are for the log; none holds a stored or bound value.
public enum StorageError: Error, Sendable, Hashable {
    /// A row with these values exists already. `columns` is empty where an index over an expression was violated.
    case unique(table: String, columns: [String])
    /// Another constraint (foreign key, NOT NULL, CHECK) was violated.
    case constraint(String)
    /// Another process held a lock, or writes kept colliding, longer than patience lasts.
    case busy
    /// No space is left on the disk. Nothing was written.
    case full
    /// The server is away, or went away while a write was being committed: that write may have happened or not.
    case connectionLost(String)
    /// The database was written by a newer version of the program: these migrations are unknown.
    case newerDatabase([String])
    /// A text holds the character NUL, which cannot be stored.
    case invalidText
    /// A statement binds more values than both engines take.
    case tooManyValues(Int)
    /// A column holds something else than expected.
    case decoding(column: String, expected: String, found: String)
    /// A row has no column of that name.
    case missingColumn(String)
    /// An address of a database that cannot be understood.
    case location(String)
    /// Another program has the database open, and what was asked needs it alone.
    case inUse
    /// `Database.close` was called.
    case closed
    /// Anything else, in the engine's words.
    case other(String)
}

extension StorageError: CustomStringConvertible {
    /// The error in words for the log.
    public var description: String {
        switch self {
        case .unique(let table, let columns): "a row of \(table) with the same (\(columns.joined(separator: ", "))) exists already"
        case .constraint(let message): "a constraint was violated: \(message)"
        case .busy: "the database is busy: others kept it locked"
        case .full: "no space is left on the disk of the database; nothing was written"
        case .connectionLost(let message): "the connection to the database was lost: \(message)"
        case .newerDatabase(let ids):
            "the database is newer than this program, which does not know its migrations \(ids.joined(separator: ", ")); "
                + "install the version that wrote it, or a later one"
        case .invalidText: "a text holds the character NUL, which cannot be stored"
        case .tooManyValues(let count): "a statement binds \(count) values, more than \(Statement.mostValues)"
        case .decoding(let column, let expected, let found): "column \(column): expected \(expected), found \(found)"
        case .missingColumn(let column): "the row has no column \(column)"
        case .location(let message): message
        case .inUse: "another program uses the database: stop socle serve first"
        case .closed: "the database was closed"
        case .other(let message): message
        }
    }
}
