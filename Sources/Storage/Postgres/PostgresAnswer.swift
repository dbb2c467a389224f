internal import CPostgres

/// What the columns of an answer are.
struct PostgresColumns {
    let names: [String]
    private let types: [Oid]

    /// Reads the description that comes with an answer.
    init(of result: OpaquePointer) {
        let range = 0..<PQnfields(result)
        names = range.map { index in PQfname(result, index).map { String(cString: $0) } ?? "" }
        types = range.map { PQftype(result, $0) }
    }

    /// A row of an answer in text format.
    func row(_ row: Int32, of result: OpaquePointer) -> Row {
        Row(
            columns: names,
            values: types.indices.map { index in
                let column = Int32(index)
                guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else { return .null }
                let text = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
                return SQLValue(postgres: text, type: types[index])
            })
    }
}

extension SQLValue {
    /// A value that the server wrote as text. Truth becomes 0 or 1 and sums (numeric) become numbers, as SQLite has them.
    init(postgres text: UnsafeRawBufferPointer, type: Oid) {
        switch type {
        case PostgresType.int8, PostgresType.int4, PostgresType.int2, PostgresType.oid:
            self = .integer(Self.integer(text))
        case PostgresType.boolean:
            self = .integer(text.first == UInt8(ascii: "t") ? 1 : 0)
        case PostgresType.float8, PostgresType.float4:
            self = .real(Double(String(decoding: text, as: UTF8.self)) ?? .nan)
        case PostgresType.numeric:
            let digits = String(decoding: text, as: UTF8.self)
            self = Int64(digits).map { .integer($0) } ?? .real(Double(digits) ?? .nan)
        case PostgresType.bytes:
            self = .bytes(Self.bytes(hexadecimal: text))
        default:
            self = .text(String(decoding: text, as: UTF8.self))
        }
    }

    private static func integer(_ text: UnsafeRawBufferPointer) -> Int64 {
        let isNegative = text.first == UInt8(ascii: "-")
        let magnitude = text.dropFirst(isNegative ? 1 : 0).reduce(into: UInt64(0)) { number, digit in
            number = number &* 10 &+ UInt64(digit &- UInt8(ascii: "0"))
        }
        return Int64(truncatingIfNeeded: isNegative ? 0 &- magnitude : magnitude)
    }

    /// Reads `\x0aff`.
    private static func bytes(hexadecimal text: UnsafeRawBufferPointer) -> [UInt8] {
        func digit(_ character: UInt8) -> UInt8 {
            character < UInt8(ascii: "a") ? character &- UInt8(ascii: "0") : character &- UInt8(ascii: "a") &+ 10
        }
        return stride(from: 2, to: text.count - 1, by: 2).map { digit(text[$0]) << 4 | digit(text[$0 + 1]) }
    }
}
