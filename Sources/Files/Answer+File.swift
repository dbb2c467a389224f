public import Storage
public import Web

extension Answer {
    private static let slice = 256 << 10

    /// A stored file, to keep: browsers never open it as a page of this site. It is read as fast as it is taken, in flat memory; whoever has it
    /// already gets none of it (304).
    public static func file(_ file: StoredFile, from database: Database, to visit: Visit) -> Answer {
        let tag = "\"\(file.digest)\""
        if visit.has(tag) { return Answer.notModified.header("ETag", tag) }
        return stream(type: file.kind.mediaType) { writer in
            var start = 0
            while start < file.size {
                let piece = try await database.read { [start] db in
                    try FileStore.content(of: file.id, from: start, atMost: slice, on: db)
                }
                guard let piece, !piece.isEmpty else { throw WebFailure.gone }
                try await writer.write(piece)
                start += piece.count
            }
        }.header("ETag", tag).download(as: file.name)
    }
}
