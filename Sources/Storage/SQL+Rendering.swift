/// A statement as one engine reads it.
struct Statement: Sendable {
    /// The text with `?` (SQLite) or `$1` (PostgreSQL) where a value is bound.
    private(set) var text = ""
    /// The bound values in order.
    private(set) var values: [SQLValue] = []
    /// Their types; nil where the engine must guess (a missing value of unknown type).
    private(set) var types: [SQLType?] = []

    /// More values than this are a bulk statement, which is not worth remembering.
    private static let mostReusableValues = 48

    /// The most values that both engines take: SQLite's 32,766 is the smaller.
    static let mostValues = 32_766

    /// Whether the engine should keep the prepared statement.
    var isReusable: Bool { values.count <= Self.mostReusableValues }

    /// The statement in an engine's own words. Throws if a text holds NUL or there are too many values.
    init(_ sql: SQL, for engine: Engine) throws(StorageError) {
        append(sql, for: engine)
        guard values.count <= Self.mostValues else { throw .tooManyValues(values.count) }
        for case .text(let text) in values where text.utf8.contains(0) { throw .invalidText }
    }

    /// A statement without values in the engine's own words.
    init(text: String) {
        self.text = text
    }

    /// A statement with one value in the engine's own words.
    init(text: String, value: SQLValue, type: SQLType) {
        self.text = text
        values = [value]
        types = [type]
    }

    private mutating func append(_ sql: SQL, for engine: Engine) {
        for part in sql.parts {
            switch part {
            case .text(let piece): text += piece
            case .column(let type): text += type.column(on: engine)
            case .cast(let type): text += type.name(on: engine)
            case .engine(let sqlite, let postgres): append(engine == .sqlite ? sqlite : postgres, for: engine)
            case .value(let value, let type):
                values.append(value)
                types.append(type)
                text += engine == .sqlite ? "?" : "$\(values.count)"
            }
        }
    }
}
