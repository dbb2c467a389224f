internal import Storage

/// The records of a backup on their way into empty tables.
struct Load {
    private(set) var filled: Set<String> = []
    private(set) var rows = 0
    private(set) var leftOut: [String] = []
    private let tables: [String: Table]

    init(into tables: [Table]) {
        self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    }

    mutating func run(_ records: RecordReader, on db: any Writer) throws {
        try records.expect(.manifest)
        _ = try records.manifest()
        var count = 0
        loop: while true {
            switch try records.record() {
            case .secret: _ = try records.raw()
            case .table:
                count += 1
                try fill(records, on: db)
            case .end:
                guard try records.number() == count else { throw BackupError.damaged }
                break loop
            case .manifest, .row, .endOfTable: throw BackupError.damaged
            }
        }
        if let missing = Set(tables.keys).subtracting(filled).min() { throw BackupError.doesNotFit(table: missing) }
    }

    private mutating func fill(_ records: RecordReader, on db: any Writer) throws {
        let (name, columns, lastKey) = try records.table()
        guard let own = tables[name] else {
            leftOut.append(name)
            while try Self.row(of: columns.count, records) != nil {}
            return
        }
        // The same migrations make the same columns; in another order only if a hand has been at work.
        guard let table = own.with(columns), filled.insert(name).inserted else { throw BackupError.doesNotFit(table: name) }
        rows += try db.fill(table) { try Self.row(of: columns.count, records) }
        if let lastKey { try db.setLastKey(lastKey, of: table) }
    }

    /// The next row of the table, or nil at its end.
    private static func row(of width: Int, _ records: RecordReader) throws -> [SQLValue]? {
        switch try records.record() {
        case .row: return try records.row(width)
        case .endOfTable:
            _ = try records.number()
            return nil
        default: throw BackupError.damaged
        }
    }
}
