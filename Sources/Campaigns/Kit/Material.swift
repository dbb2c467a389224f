public import Files
public import Text
internal import Web

/// Something of a campaign's kit to download: a poster, a leaflet, a model letter, a banner to carry.
public struct Material: Sendable, Hashable, Identifiable {
    /// The row's key.
    public let id: Int64
    /// What it is, in its own language: "Poster A3".
    public let title: String
    /// The language of what is written on it.
    public let language: Language
    /// The file, without what is in it.
    public let file: StoredFile

    /// The longest title, in characters.
    static let longestTitle = 100
    /// The largest file, in bytes.
    static let largest = 10_000_000
    /// What may be in a kit.
    static let kinds: [FileKind] = [.pdf, .png, .jpeg, .webp, .zip]
    /// How many a kit holds: a list that people still read.
    static let most = 60
}
