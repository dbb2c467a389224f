/// A statement as one engine reads it.
struct Statement: Sendable {
    /// The text with `?` (SQLite) or `$1` (PostgreSQL) where a value is bound.
    private(set) var text = ""
    /// The bound values in order. A list is bound as the bytes that PostgreSQL reads it from.
    private(set) var values: [SQLValue] = []
    /// Their types; nil where the engine must guess (a missing value of unknown type).
    private(set) var types: [BoundType?] = []

    /// The type of what is bound in one place.
    enum BoundType: Hashable {
        case one(SQLType)
        case list(SQLType)
    }

    /// More values than this are a bulk statement, which is not worth remembering.
    private static let mostReusableValues = 48

    /// The most values that both engines take: SQLite's 32,766 is the smaller.
    static let mostValues = 32_766

    /// Whether the engine should keep the prepared statement.
    var isReusable: Bool { values.count <= Self.mostReusableValues }

    /// The statement in an engine's own words. Throws if a text holds NUL or there are too many values.
    init(_ sql: SQL, for engine: Engine) throws(StorageError) {
        try append(sql, for: engine)
        guard values.count <= Self.mostValues else { throw .tooManyValues(values.count) }
    }

    /// A statement without values in the engine's own words.
    init(text: String) {
        self.text = text
    }

    /// A statement with one value in the engine's own words.
    init(text: String, value: SQLValue, type: SQLType) {
        self.text = text
        values = [value]
        types = [.one(type)]
    }

    private mutating func append(_ sql: SQL, for engine: Engine) throws(StorageError) {
        for part in sql.parts {
            switch part {
            case .text(let piece): text += piece
            case .column(let type): text += type.column(on: engine)
            case .cast(let type): text += type.name(on: engine)
            case .engine(let sqlite, let postgres): try append(engine == .sqlite ? sqlite : postgres, for: engine)
            case .value(let value, let type): try bind(value, type, for: engine)
            case .rows(let rows, let types): try append(rows, types, for: engine)
            }
        }
    }

    private mutating func append(_ rows: [[SQLValue]], _ types: [SQLType?], for engine: Engine) throws(StorageError) {
        if engine == .postgres, let lists = Self.lists(of: rows, types) {
            for row in rows { try Self.check(row) }
            text += "SELECT * FROM unnest("
            for (index, list) in lists.enumerated() {
                if index > 0 { text += ", " }
                bind(list.bytes, .list(list.type), for: engine)
            }
            text += ")"
        } else {
            for (index, row) in rows.enumerated() {
                text += index == 0 ? "VALUES (" : ", ("
                for (index, value) in row.enumerated() {
                    if index > 0 { text += ", " }
                    try bind(value, value.type ?? types[index], for: engine)
                }
                text += ")"
            }
        }
    }

    /// A list for each column; nil if a column has values of different types or of none.
    private static func lists(of rows: [[SQLValue]], _ types: [SQLType?]) -> [(bytes: SQLValue, type: SQLType)]? {
        var lists: [(bytes: SQLValue, type: SQLType)] = []
        for (column, type) in types.enumerated() {
            guard let type, rows.allSatisfy({ $0[column].type == nil || $0[column].type == type }) else { return nil }
            lists.append((.bytes(PostgresList.bytes(of: rows.lazy.map { $0[column] }, type)), type))
        }
        return lists
    }

    private mutating func bind(_ value: SQLValue, _ type: SQLType?, for engine: Engine) throws(StorageError) {
        try Self.check([value])
        bind(value, type.map { .one($0) }, for: engine)
    }

    private mutating func bind(_ value: SQLValue, _ type: BoundType?, for engine: Engine) {
        values.append(value)
        types.append(type)
        text += engine == .sqlite ? "?" : "$\(values.count)"
    }

    private static func check(_ values: [SQLValue]) throws(StorageError) {
        for case .text(let text) in values where text.utf8.contains(0) { throw .invalidText }
    }
}
