/// The kinds of files that people may send, told apart by their first bytes. Formats that can carry scripts to a browser (SVG, HTML) are not among them.
public enum FileKind: String, Sendable, CaseIterable {
    case pdf, png, jpeg, webp
    /// An archive, and what is one inside: the documents of office programs.
    case zip

    /// The kind of these bytes, or nil.
    public init?(_ bytes: [UInt8]) {
        let found = Self.allCases.first { $0.begins(bytes) }
        guard let found else { return nil }
        self = found
    }

    private func begins(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .pdf: bytes.starts(with: "%PDF-".utf8)
        case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
        case .webp: bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
        case .zip: bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
        }
    }

    /// The endings that a file of this kind may have; the first is given to one that has another.
    private var endings: [String] {
        switch self {
        case .pdf: ["pdf"]
        case .png: ["png"]
        case .jpeg: ["jpg", "jpeg"]
        case .webp: ["webp"]
        case .zip: ["zip", "docx", "odt", "pptx", "odp", "xlsx", "ods", "epub"]
        }
    }

    /// Whether it is a picture.
    public var isPicture: Bool { [.png, .jpeg, .webp].contains(self) }

    /// A media type for answers. Office documents are archives to a browser: it only keeps them.
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .webp: "image/webp"
        case .zip: "application/zip"
        }
    }

    /// For the `accept` of a file field.
    public static func accepted(_ kinds: [FileKind]) -> String {
        kinds.flatMap(\.endings).map { ".\($0)" }.joined(separator: ",")
    }

    /// The formats of these kinds as a reader knows them: `PDF, PNG`; office documents by their endings.
    public static func names(_ kinds: [FileKind]) -> String {
        kinds.flatMap { kind in kind == .zip ? kind.endings.map { $0.uppercased() } : [kind == .webp ? "WebP" : kind.rawValue.uppercased()]
        }
        .joined(separator: ", ")
    }

    /// A name with an ending that fits.
    public func named(_ name: String) -> String {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 1, let ending = parts.last, endings.contains(ending.lowercased()) { return name }
        let stem = parts.count > 1 ? parts.dropLast().joined(separator: ".") : name
        return "\(stem.isEmpty ? "file" : stem).\(endings[0])"
    }

    /// The ending of a name of this kind, in capitals, as a reader knows it: `PDF`, `DOCX`.
    public func label(of name: String) -> String {
        named(name).split(separator: ".").last.map { $0.uppercased() } ?? rawValue.uppercased()
    }
}
