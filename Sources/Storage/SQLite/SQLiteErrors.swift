internal import GRDB

extension StorageError {
    /// What an error of SQLite means.
    init(_ error: DatabaseError) {
        switch (error.resultCode, error.extendedResultCode) {
        case (_, .SQLITE_CONSTRAINT_UNIQUE), (_, .SQLITE_CONSTRAINT_PRIMARYKEY), (_, .SQLITE_CONSTRAINT_ROWID):
            self = Self.unique(message: error.message ?? "")
        case (.SQLITE_CONSTRAINT, _): self = .constraint(error.message ?? "")
        case (.SQLITE_BUSY, _), (.SQLITE_LOCKED, _): self = .busy
        case (.SQLITE_FULL, _): self = .full
        default:
            // The values are bound, so the text of the statement tells nothing about anybody.
            let statement = error.sql.map { " in: \($0)" } ?? ""
            self = .other("SQLite error \(error.extendedResultCode.rawValue): \(error.message ?? "")\(statement)")
        }
    }

    /// An error of GRDB or of ours as ours.
    init(wrapping error: any Error) {
        switch error {
        case let error as StorageError: self = error
        case let error as DatabaseError: self.init(error)
        default: self = .other("\(error)")
        }
    }

    /// Reads `UNIQUE constraint failed: person.email, person.site` or, for an index over expressions, `…: index 'name'`.
    private static func unique(message: String) -> StorageError {
        let list = message.split(separator: ": ", maxSplits: 1).last ?? ""
        let names = list.split(separator: ", ").map { $0.split(separator: ".", maxSplits: 1) }
        guard let table = names.first?.first, names.allSatisfy({ $0.count == 2 }) else {
            return .unique(table: "", columns: [])
        }
        return .unique(table: String(table), columns: names.map { String($0[1]) })
    }
}
