/// A list of values in the binary form of the protocol (`array_recv` in PostgreSQL's `arrayfuncs.c`).
enum PostgresList {
    /// The values, each of that type or missing.
    static func bytes(of values: some Collection<SQLValue>, _ type: SQLType) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20 + 32 * values.count)
        // One dimension, values may be missing, their type, how many, the index of the first.
        for number in [1, 1, PostgresType.number(of: type), UInt32(values.count), 1] { bytes.append(bigEndian: number) }
        for value in values { append(value, to: &bytes) }
        return bytes
    }

    private static func append(_ value: SQLValue, to bytes: inout [UInt8]) {
        switch value {
        case .null:
            bytes.append(bigEndian: UInt32.max)
        case .integer(let number):
            bytes.append(bigEndian: UInt32(8))
            bytes.append(bigEndian: UInt64(bitPattern: number))
        case .real(let number):
            bytes.append(bigEndian: UInt32(8))
            bytes.append(bigEndian: number.bitPattern)
        case .text(let text):
            bytes.append(bigEndian: UInt32(text.utf8.count))
            bytes += text.utf8
        case .bytes(let raw):
            bytes.append(bigEndian: UInt32(raw.count))
            bytes += raw
        }
    }
}

extension [UInt8] {
    /// Appends a number in the order of the network.
    mutating func append(bigEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }
}
