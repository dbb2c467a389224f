internal import CPostgres

/// Rows of a table in the binary form of `COPY`: a head, then for each row the number of its values and each with its length.
struct PostgresCopy {
    let statement: String
    private let table: Table
    private var bytes: [UInt8] = Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0x00] + [UInt8](repeating: 0, count: 8)

    /// Bytes that are worth a call of libpq.
    private static let piece = 64 * 1024

    init(_ table: Table) throws(StorageError) {
        self.table = table
        statement = try Statement("COPY \(name: table.name) (\(sql: table.columnList)) FROM STDIN (FORMAT binary)", for: .postgres).text
    }

    /// What has gathered, if it is enough to be sent.
    mutating func full() -> [UInt8]? {
        bytes.count < Self.piece ? nil : taken()
    }

    /// What has gathered, with the mark of the end.
    mutating func last() -> [UInt8] {
        append(Int16(-1))
        return taken()
    }

    mutating func append(_ row: [SQLValue]) throws(StorageError) {
        try table.check(row)
        append(Int16(row.count))
        for value in row {
            switch value {
            case .null: append(Int32(-1))
            case .integer(let number):
                append(Int32(8))
                append(number)
            case .real(let number):
                append(Int32(8))
                append(number.bitPattern)
            case .text(let text):
                append(Int32(text.utf8.count))
                bytes += text.utf8
            case .bytes(let raw):
                append(Int32(raw.count))
                bytes += raw
            }
        }
    }

    private mutating func taken() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
    }
}

extension PostgresConnection {
    /// Sends rows by `COPY`, which the pipeline does not know; answers how many. Nothing else may be under way.
    func copy(_ copy: PostgresCopy, _ next: () throws -> [SQLValue]?) throws -> Int {
        guard PQexitPipelineMode(handle) == 1 else { throw lost() }
        // If the connection is gone the next statement says so.
        defer { _ = PQenterPipelineMode(handle) }
        try begin(copy.statement)
        var copy = copy
        var interruption: (any Error)?
        do {
            while let row = try next() {
                try copy.append(row)
                if let piece = copy.full() { try put(piece) }
            }
            try put(copy.last())
        } catch {
            interruption = error
        }
        guard PQputCopyEnd(handle, interruption == nil ? nil : "interrupted") == 1 else { throw interruption ?? lost() }
        let count = try copied(copy.statement, hasFailed: interruption != nil)
        if let interruption { throw interruption }
        return count
    }

    private func begin(_ statement: String) throws(PostgresFailure) {
        guard let result = PQexec(handle, statement) else { throw lost() }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COPY_IN else { throw PostgresFailure(result, statement: statement) }
    }

    private func put(_ piece: [UInt8]) throws(PostgresFailure) {
        let isSent = piece.withUnsafeBytes { PQputCopyData(handle, $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32($0.count)) }
        guard isSent == 1 else { throw lost() }
    }

    /// Takes the server's answer. That it did not like the interruption is nothing new.
    private func copied(_ statement: String, hasFailed: Bool) throws(PostgresFailure) -> Int {
        var count = 0
        var failure: PostgresFailure?
        while let result = PQgetResult(handle) {
            defer { PQclear(result) }
            if PQresultStatus(result) == PGRES_COMMAND_OK {
                count = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
            } else {
                failure = failure ?? PostgresFailure(result, statement: statement)
            }
        }
        if let failure, !hasFailed { throw failure }
        return count
    }
}
