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

        /// `VALUES (?, …), (?, …)`: the rows of an `INSERT`. See `Writer.run(chunks:_:)` for more rows than one statement takes.
        public mutating func appendInterpolation(values rows: [[any SQLEncodable]]) {
            precondition(!rows.isEmpty, "VALUES needs a row")
            parts.append(.text("VALUES "))
            for (index, row) in rows.enumerated() {
                if index > 0 { parts.append(.text(", ")) }
                appendTuple(row)
            }
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
