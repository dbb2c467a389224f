internal import CSV
internal import Foundation
internal import HTML
internal import Storage
internal import Web

/// Writes a selection of the directory piece by piece: however long it is, a few hundred organisations are in memory at a time. Each piece
/// is a snapshot of its own.
struct OrganisationExport: Sendable {
    let database: Database
    let filter: DirectoryFilter
    let base: WebURL

    private static let pieceSize = 500

    func writeCSV(to writer: AnswerWriter) async throws {
        try await writer.write(CSVWriter.byteOrderMark + CSVWriter.row(ExportedOrganisation.columns))
        try await eachPiece { piece, _ in try await writer.write(piece.flatMap { CSVWriter.row($0.cells) }) }
    }

    func writeJSON(to writer: AnswerWriter) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try await writer.write("{\"organisations\":[")
        try await eachPiece { piece, isFirst in
            let objects = try piece.map { try encoder.encode($0) }
            try await writer.write((isFirst ? "" : ",\n") + objects.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",\n"))
        }
        try await writer.write("]}\n")
    }

    private func eachPiece(_ write: ([ExportedOrganisation], Bool) async throws -> Void) async throws {
        var bookmark: OrganisationStore.Bookmark?
        var isFirst = true
        repeat {
            let (piece, next) = try await database.read { [bookmark] db in
                try OrganisationStore.exported(filter, after: bookmark, limit: Self.pieceSize, base: base, on: db)
            }
            if !piece.isEmpty { try await write(piece, isFirst) }
            isFirst = false
            bookmark = next
        } while bookmark != nil
    }
}
