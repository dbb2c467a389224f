extension SQL {
    /// Collects a literal's text and values.
    public struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        /// Called by the compiler.
        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(2 * interpolationCount + 1)
        }

        /// Called by the compiler.
        public mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { parts.append(.text(text)) }
        }

        /// A bound value.
        public mutating func appendInterpolation<Value: SQLEncodable>(_ value: Value) {
            let bound = value.sqlValue
            parts.append(.value(bound, Value.sqlType ?? bound.type))
        }

        /// A bound value, or `NULL`.
        public mutating func appendInterpolation<Value: SQLEncodable>(_ value: Value?) {
            parts.append(.value(value?.sqlValue ?? .null, Value.sqlType ?? value?.sqlValue.type))
        }

        /// A fragment with its own values.
        public mutating func appendInterpolation(sql fragment: SQL) {
            parts += fragment.parts
        }

        /// The type of a column: `id \(type: .key)`.
        public mutating func appendInterpolation(type: SQLType) {
            parts.append(.column(type))
        }

        /// The quoted name of a table or column that is only known while the program runs.
        public mutating func appendInterpolation(name: String) {
            let escaped = name.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
            parts.append(.text("\"\(String(decoding: escaped, as: UTF8.self))\""))
        }

        /// The bound values of an `IN`: `(?, ?, …)`. An empty list is an empty set.
        public mutating func appendInterpolation<Value: SQLEncodable>(list values: [Value]) {
            guard !values.isEmpty else {
                parts += [.text("(SELECT CAST(NULL AS "), .cast(Value.sqlType ?? .text), .text(") WHERE 1 = 0)")]
                return
            }
            appendTuple(values)
        }

        /// The rows of an `INSERT`, or of a `WITH form (name, town) AS (…)`: `VALUES (?, …), (?, …)`, on PostgreSQL a list for each column, so
        /// that one prepared statement serves any number of rows. See `Writer.run(chunks:_:)` for more rows than one statement takes.
        public mutating func appendInterpolation(values rows: [[any SQLEncodable]]) {
            precondition(!rows.isEmpty, "VALUES needs a row")
            let types = rows[0].indices.map { column in rows.lazy.compactMap { Self.type(of: $0[column]) }.first }
            parts.append(.rows(rows.map { row in row.map { $0.sqlValue } }, types))
        }

        private static func type<Value: SQLEncodable>(of value: Value) -> SQLType? {
            Value.sqlType ?? value.sqlValue.type
        }

        private mutating func appendTuple(_ values: [any SQLEncodable]) {
            parts.append(.text("("))
            for (index, value) in values.enumerated() {
                if index > 0 { parts.append(.text(", ")) }
                appendInterpolation(value)
            }
            parts.append(.text(")"))
        }
    }
}
