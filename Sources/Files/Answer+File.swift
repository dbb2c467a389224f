public import Web

extension Answer {
    /// A stored file, to keep: browsers never open it as a page of this site.
    public static func file(_ file: StoredFile, _ content: [UInt8]) -> Answer {
        .bytes(content, type: file.kind.mediaType).download(as: file.name)
    }
}
