/// A table as the engine itself describes it; both engines give the same answer for a schema that was written once. For work on whole
/// tables: backup and restore.
public struct Table: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its columns in the order in which they were made, without those that the engine computes.
    public let columns: [Column]
    /// The other tables that its rows point to.
    let references: Set<String>

    /// A column of a table.
    public struct Column: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// What it holds; `.key` for the number that the engine assigns.
        public let type: SQLType

        /// A column of that name and type.
        public init(name: String, type: SQLType) {
            self.name = name
            self.type = type
        }
    }

    /// The column whose numbers the engine assigns, if there is one.
    var key: Column? { columns.first { $0.type == .key } }

    /// The names of the columns, quoted, between commas.
    var columnList: SQL {
        .joined(columns.map { "\(name: $0.name)" }, separator: ", ")
    }

    /// The same table with its columns in this order; nil if these are not its columns.
    public func with(_ columns: [Column]) -> Table? {
        Set(columns) == Set(self.columns) && columns.count == self.columns.count
            ? Table(name: name, columns: columns, references: references) : nil
    }

    /// The statement that asks for every row, those with a key in its order.
    public var everyRow: SQL {
        let order: SQL = key.map { " ORDER BY \(name: $0.name)" } ?? ""
        return "SELECT \(sql: columnList) FROM \(name: name)\(sql: order)"
    }

    /// Throws `StorageError` unless every value may stand in its column: no wrong type, no NUL in a text.
    func check(_ row: [SQLValue]) throws(StorageError) {
        guard row.count == columns.count else { throw .other("a row for \(name) has \(row.count) values, not \(columns.count)") }
        for (value, column) in zip(row, columns) {
            switch (value, column.type) {
            case (.null, _), (.integer, .key), (.integer, .integer), (.real, .real), (.bytes, .bytes): continue
            case (.text(let text), .text): if text.utf8.contains(0) { throw .invalidText }
            default: throw .decoding(column: "\(name).\(column.name)", expected: "\(column.type)", found: value.kind)
            }
        }
    }
}

extension [Table] {
    /// Each table behind those that it points to, else by name. Tables that point to each other in a circle keep the order of their names.
    func referencedFirst() -> [Table] {
        var waiting = sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var placed: [Table] = []
        while !waiting.isEmpty {
            let names = Set(waiting.map(\.name))
            let next = waiting.firstIndex { $0.references.isDisjoint(with: names.subtracting([$0.name])) } ?? 0
            placed.append(waiting.remove(at: next))
        }
        return placed
    }
}
