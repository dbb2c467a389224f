/// What is wrong with a backup, or with the place that it should go to. The words are for an administrator.
public enum BackupError: Error, Sendable, Hashable {
    /// There is nothing to back up.
    case nothingThere
    /// The file is no backup of Socle.
    case notABackup(String)
    /// The file is written in a form that only a newer program knows.
    case newerFormat(Int)
    /// The file is not as it was written: its end is missing, or bytes of it have changed.
    case damaged
    /// A table of the schema is not in the backup, or has other columns there.
    case doesNotFit(table: String)
    /// The database that should be filled has content.
    case notEmpty(tables: Int)
    /// The database that should be emptied was not made by Socle.
    case notOurs
    /// The server was lost in the middle of a backup that cannot begin again, since part of it has left.
    case interrupted
    /// The machine has no memory left.
    case noMemory
}

extension BackupError: CustomStringConvertible {
    /// What is wrong, and what helps.
    public var description: String {
        switch self {
        case .nothingThere: "the database is empty: there is nothing to back up"
        case .notABackup(let name): "\(name) is no backup of Socle"
        case .newerFormat(let version):
            "the backup is written in form \(version), which this program does not know: restore it with the version that wrote it, or a later one"
        case .damaged:
            "the backup is damaged: its end is missing, or bytes of it have changed since it was written; nothing was restored. Take another copy"
        case .doesNotFit(let table): "the backup does not hold the table \(table) as this program makes it; nothing was restored"
        case .notEmpty(let tables):
            "the database holds a site already (\(tables) tables): name an empty one, or say --replace to put the backup in its place"
        case .notOurs: "the database has tables that Socle did not make: it is left as it is. Name another database or schema"
        case .interrupted: "the database was lost in the middle; begin the backup again"
        case .noMemory: "the machine has no memory left"
        }
    }
}
