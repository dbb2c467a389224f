/// A statement: its text and, apart from it, the values bound to it. An interpolated value never becomes part of the text.
///
///     "SELECT name FROM person WHERE id = \(id) AND hidden = \(false)"
///
/// Written once in what both engines speak. Where they differ in silence: `NULL` sorts first on SQLite and last on PostgreSQL (say `NULLS
/// LAST`); `lower` knows only ASCII on SQLite (fold in Swift); `LIKE` needs its `ESCAPE` spelled out and respects case on both.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// The pieces in the order in which they were written.
    var parts: [Part]

    /// A piece of a statement.
    enum Part: Sendable {
        case text(String)
        case value(SQLValue, SQLType?)
        case column(SQLType)
        case cast(SQLType)
        case rows([[SQLValue]], [SQLType?])
        indirect case engine(sqlite: SQL, postgres: SQL)
    }

    /// A statement without values, from a literal.
    public init(stringLiteral text: String) {
        parts = [.text(text)]
    }

    /// A statement from a literal with values.
    public init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
    }

    init(parts: [Part]) {
        self.parts = parts
    }

    /// Statements or fragments one after the other, for instance conditions with `" AND "` between them.
    public static func joined(_ fragments: [SQL], separator: String) -> SQL {
        var parts: [Part] = []
        for fragment in fragments {
            if !parts.isEmpty { parts.append(.text(separator)) }
            parts += fragment.parts
        }
        return SQL(parts: parts)
    }

    /// The rare fragment that must be written twice.
    public static func engine(sqlite: SQL, postgres: SQL) -> SQL {
        SQL(parts: [.engine(sqlite: sqlite, postgres: postgres)])
    }

    /// One fragment after the other, with nothing between them.
    public static func + (left: SQL, right: SQL) -> SQL {
        SQL(parts: left.parts + right.parts)
    }
}
