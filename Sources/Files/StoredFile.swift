public import Storage
public import Time
public import Web

/// A file that somebody sent and that a feature keeps: a poster of a kit, the letter of an endorsement, the logo of the site.
public struct StoredFile: Sendable, Hashable, Identifiable {
    /// The row's key.
    public let id: Int64
    /// What it is called, with an ending that fits.
    public let name: String
    /// What it is, by its first bytes.
    public let kind: FileKind
    /// How long it is, in bytes.
    public let size: Int
    /// The beginning of its SHA-256, for addresses that change with the content.
    public let digest: String
    /// Since when it is kept.
    public let createdAt: Instant
}

extension FileKind: SQLEncodable, SQLDecodable {}
