internal import Crypto
internal import Foundation
internal import Storage

/// Writes records: gathers, packs, seals.
final class RecordWriter {
    private let file: OutputFile
    private let packer: Packer
    private var hash = SHA256()
    private var bytes: [UInt8] = []
    private var tables = 0

    /// Bytes that are worth packing.
    private static let piece = 1 << 18

    init(_ file: OutputFile) throws {
        self.file = file
        packer = try Packer()
        try Array(BackupFormat.firstLine.utf8).withUnsafeBytes { try put($0) }
    }

    func write(_ manifest: Manifest) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        append(.manifest)
        append(bytes: Array(try encoder.encode(manifest)))
    }

    func write(secret: [UInt8]) {
        append(.secret)
        append(bytes: secret)
    }

    func begin(_ table: Table, lastKey: Int64?) {
        tables += 1
        append(.table)
        append(text: table.name)
        append(number: UInt64(table.columns.count))
        for column in table.columns {
            append(text: column.name)
            bytes.append(BackupFormat.Kind(column.type).rawValue)
        }
        append(lastKey.map(SQLValue.integer) ?? .null)
    }

    func write(_ row: [SQLValue]) throws {
        append(.row)
        for value in row { append(value) }
        if bytes.count >= Self.piece { try flush() }
    }

    func endTable(rows: Int) throws {
        append(.endOfTable)
        append(number: UInt64(rows))
    }

    /// Writes what is left, and the seal.
    func finish() throws {
        append(.end)
        append(number: UInt64(tables))
        try flush(isLast: true)
        try file.write("\(BackupFormat.sealing)\(String(hexadecimal: hash.finalize()))\n")
    }

    private func flush(isLast: Bool = false) throws {
        try packer.pack(bytes, isLast: isLast) { try put($0) }
        bytes.removeAll(keepingCapacity: true)
    }

    private func put(_ piece: UnsafeRawBufferPointer) throws {
        hash.update(bufferPointer: piece)
        try file.write(piece)
    }

    private func append(_ record: BackupFormat.Record) {
        bytes.append(record.rawValue)
    }

    private func append(_ value: SQLValue) {
        switch value {
        case .null:
            bytes.append(BackupFormat.Kind.null.rawValue)
        case .integer(let number):
            bytes.append(BackupFormat.Kind.integer.rawValue)
            append(number: UInt64(bitPattern: number << 1 ^ number >> 63))
        case .real(let number):
            bytes.append(BackupFormat.Kind.real.rawValue)
            withUnsafeBytes(of: number.bitPattern.bigEndian) { bytes += $0 }
        case .text(let text):
            bytes.append(BackupFormat.Kind.text.rawValue)
            append(text: text)
        case .bytes(let raw):
            bytes.append(BackupFormat.Kind.bytes.rawValue)
            append(bytes: raw)
        }
    }

    private func append(text: String) {
        append(number: UInt64(text.utf8.count))
        bytes += text.utf8
    }

    private func append(bytes raw: [UInt8]) {
        append(number: UInt64(raw.count))
        bytes += raw
    }

    private func append(number: UInt64) {
        var rest = number
        while rest > 127 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

extension BackupFormat.Kind {
    fileprivate init(_ type: SQLType) {
        switch type {
        case .key: self = .key
        case .integer: self = .integer
        case .real: self = .real
        case .text: self = .text
        case .bytes: self = .bytes
        }
    }
}
