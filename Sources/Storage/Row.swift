/// One row of an answer. Values are asked for by the name of their column and arrive as the type that is expected:
/// `let name: String = try row["name"]`.
public struct Row: Sendable {
    let columns: [String]
    let values: [SQLValue]

    /// The value of a column. Throws `StorageError.decoding` if there is no such column or its value is not a `T`.
    public subscript<T: SQLDecodable>(_ column: String) -> T {
        get throws {
            guard let index = columns.firstIndex(of: column) else { throw StorageError.missingColumn(column) }
            return try decode(at: index)
        }
    }

    /// The names of the columns in order.
    public var columnNames: [String] { columns }

    /// The stored values in the order of the columns.
    public var sqlValues: [SQLValue] { values }

    /// The value of the column at a position.
    func decode<T: SQLDecodable>(_: T.Type = T.self, at index: Int) throws -> T {
        do {
            return try T(sqlValue: values[index])
        } catch let mismatch as SQLValue.Mismatch {
            throw StorageError.decoding(column: columns[index], expected: mismatch.expected, found: values[index].kind)
        } catch {
            throw StorageError.decoding(column: columns[index], expected: "\(T.self)", found: values[index].kind)
        }
    }
}
