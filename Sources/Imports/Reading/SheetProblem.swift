internal import CSV
internal import Text
internal import Web

/// Why a file is no list, in words that say what to do.
enum SheetProblem: Error, Hashable {
    /// Nothing is in it.
    case empty
    /// It has a first row and no other.
    case headerAlone
    /// It is larger than may be.
    case long
    /// It is not text at all.
    case format(Format)
    /// It cannot be read on from a line.
    case unreadable(CSVProblem)
    /// Two columns hold the same.
    case sameColumns(String, Int, Int)

    /// What people send instead of CSV, told by first bytes.
    enum Format: String, Hashable {
        /// A spreadsheet of today's programs, or another archive.
        case spreadsheet
        /// A document to print.
        case pdf
        /// A page of the web.
        case page

        init?(_ bytes: [UInt8]) {
            switch FileKind(bytes) {
            case .zip: self = .spreadsheet
            case .pdf: self = .pdf
            default:
                if bytes.starts(with: Self.olderSpreadsheet) {
                    self = .spreadsheet
                } else if String(decoding: bytes.prefix(200), as: UTF8.self).lowercased().contains("<html") {
                    self = .page
                } else {
                    return nil
                }
            }
        }

        /// How the spreadsheets of older programs (`.xls`) begin. No form takes such files, so they are no `FileKind`.
        private static let olderSpreadsheet: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
    }

    /// The key of its words.
    var key: String {
        switch self {
        case .empty: "imports.file.empty"
        case .headerAlone: "imports.file.headerAlone"
        case .long: "imports.file.long"
        case .format(.spreadsheet): "imports.file.spreadsheet"
        case .format(.pdf): "imports.file.pdf"
        case .format(.page): "imports.file.page"
        case .sameColumns: "imports.file.sameColumns"
        case .unreadable(let problem):
            switch problem.kind {
            case .notText: "imports.file.notText"
            case .encoding: "imports.file.encoding"
            case .openQuote: "imports.file.openQuote"
            case .afterQuote: "imports.file.afterQuote"
            case .longCell: "imports.file.longCell"
            case .manyColumns: "imports.file.manyColumns"
            case .manyRows: "imports.file.manyRows"
            }
        }
    }

    /// What the words have places for. Numbers of lines are no counts, so they come as words.
    var arguments: [CatalogueValue] {
        switch self {
        case .empty, .headerAlone, .format: []
        case .long: [.number(Import.longestFile / 1_000_000)]
        case .sameColumns(let name, let first, let second): [.words(name), .words("\(first), \(second)")]
        case .unreadable(let problem):
            switch problem.kind {
            case .longCell(let most), .manyColumns(let most): [.words("\(problem.line)"), .number(most)]
            case .manyRows(let most): [.number(most - 1)]
            default: [.words("\(problem.line)")]
            }
        }
    }
}
