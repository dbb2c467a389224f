internal import CPostgres

/// The bound values of a statement in the binary form of the protocol, with their types: nothing is left for the server to guess but the
/// type of a missing value that has none.
struct PostgresParameters {
    private let types: [Oid]
    private var bytes: [UInt8] = [0]
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private let formats: [Int32]

    init(_ statement: Statement) {
        types = statement.types.map { PostgresType.number(of: $0) }
        formats = [Int32](repeating: 1, count: statement.values.count)
        starts.reserveCapacity(statement.values.count)
        lengths.reserveCapacity(statement.values.count)
        for value in statement.values { append(value) }
    }

    /// Hands the values to one of libpq's functions: count, types, values, lengths, formats.
    func withPointers(
        _ body: (
            Int32, UnsafePointer<Oid>?, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> Int32
    ) -> Int32 {
        bytes.withUnsafeBytes { raw in
            let base = raw.assumingMemoryBound(to: CChar.self).baseAddress
            let pointers = starts.map { start in start.flatMap { base?.advanced(by: $0) } }
            return body(Int32(types.count), types, pointers, lengths, formats)
        }
    }

    private mutating func append(_ value: SQLValue) {
        let start = bytes.count
        switch value {
        case .null: break
        case .integer(let number): bytes.append(bigEndian: UInt64(bitPattern: number))
        case .real(let number): bytes.append(bigEndian: number.bitPattern)
        case .text(let text): bytes += text.utf8
        case .bytes(let raw): bytes += raw
        }
        starts.append(value == .null ? nil : start)
        lengths.append(Int32(bytes.count - start))
    }
}

/// The numbers by which the server calls its types (`pg_type.dat`).
enum PostgresType {
    static let boolean: Oid = 16
    static let bytes: Oid = 17
    static let name: Oid = 19
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let oid: Oid = 26
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let numeric: Oid = 1700
    private static let listOfBytes: Oid = 1001
    private static let listOfText: Oid = 1009
    private static let listOfInt8: Oid = 1016
    private static let listOfFloat8: Oid = 1022

    /// The type in which a value is sent; 0 leaves it to the server.
    static func number(of type: Statement.BoundType?) -> Oid {
        switch type {
        case nil: 0
        case .one(let type): number(of: type)
        case .list(.key), .list(.integer): listOfInt8
        case .list(.real): listOfFloat8
        case .list(.text): listOfText
        case .list(.bytes): listOfBytes
        }
    }

    /// The type of one value.
    static func number(of type: SQLType) -> Oid {
        switch type {
        case .key, .integer: int8
        case .real: float8
        case .text: text
        case .bytes: bytes
        }
    }
}
