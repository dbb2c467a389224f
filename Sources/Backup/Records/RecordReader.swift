internal import Foundation
internal import Storage

/// Reads records. The checksum of the file was right, yet nothing that is read here is believed before it is looked at.
final class RecordReader {
    private let unpacker: Unpacker
    private var bytes: [UInt8] = []
    private var position = 0

    /// No text or bytes of a value are longer: what says so is no backup.
    private static let longest = 1 << 30

    init(_ unpacker: Unpacker) {
        self.unpacker = unpacker
    }

    /// What stands next.
    func record() throws -> BackupFormat.Record {
        guard let record = BackupFormat.Record(rawValue: try byte()) else { throw BackupError.damaged }
        return record
    }

    /// Takes the next record, which must be this one.
    func expect(_ record: BackupFormat.Record) throws {
        guard try self.record() == record else { throw BackupError.damaged }
    }

    func manifest() throws -> Manifest {
        let text = try raw()
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(text)) else { throw BackupError.damaged }
        return manifest
    }

    /// The name and columns of a table, and the last key given out.
    func table() throws -> (name: String, columns: [Table.Column], lastKey: Int64?) {
        let name = try text()
        let count = try number()
        guard count <= 2_000 else { throw BackupError.damaged }
        let columns = try (0..<count).map { _ in try Table.Column(name: text(), type: type()) }
        switch try value() {
        case .null: return (name, columns, nil)
        case .integer(let key): return (name, columns, key)
        default: throw BackupError.damaged
        }
    }

    /// A row of so many values.
    func row(_ count: Int) throws -> [SQLValue] {
        var row: [SQLValue] = []
        row.reserveCapacity(count)
        for _ in 0..<count { row.append(try value()) }
        return row
    }

    func number() throws -> Int {
        let number = try unsigned()
        guard number <= UInt64(Int.max) else { throw BackupError.damaged }
        return Int(number)
    }

    func raw() throws -> [UInt8] {
        let count = try length()
        try need(count)
        defer { position += count }
        return Array(bytes[position..<(position + count)])
    }

    private func value() throws -> SQLValue {
        switch BackupFormat.Kind(rawValue: try byte()) {
        case .null: return .null
        case .integer:
            let number = try unsigned()
            return .integer(Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1))
        case .real:
            try need(8)
            defer { position += 8 }
            return .real(Double(bitPattern: bytes[position..<(position + 8)].reduce(0) { $0 << 8 | UInt64($1) }))
        case .text: return .text(try text())
        case .bytes: return .bytes(try raw())
        case .key, nil: throw BackupError.damaged
        }
    }

    private func type() throws -> SQLType {
        switch BackupFormat.Kind(rawValue: try byte()) {
        case .integer: .integer
        case .real: .real
        case .text: .text
        case .bytes: .bytes
        case .key: .key
        case .null, nil: throw BackupError.damaged
        }
    }

    private func text() throws -> String {
        let count = try length()
        try need(count)
        defer { position += count }
        let text = bytes.withUnsafeBytes { String(validating: $0[position..<(position + count)], as: UTF8.self) }
        guard let text else { throw BackupError.damaged }
        return text
    }

    private func length() throws -> Int {
        let count = try number()
        guard count <= Self.longest else { throw BackupError.damaged }
        return count
    }

    private func unsigned() throws -> UInt64 {
        var number: UInt64 = 0
        for shift in stride(from: 0, to: 64, by: 7) {
            let next = try byte()
            number |= UInt64(next & 127) << UInt64(shift)
            if next < 128 { return number }
        }
        throw BackupError.damaged
    }

    private func byte() throws -> UInt8 {
        if position == bytes.count { try need(1) }
        defer { position += 1 }
        return bytes[position]
    }

    /// Takes in more until so many bytes lie ahead.
    private func need(_ count: Int) throws {
        while bytes.count - position < count {
            let more = try unpacker.next()
            guard !more.isEmpty else { throw BackupError.damaged }
            bytes.removeFirst(position)
            position = 0
            bytes += more
        }
    }
}
