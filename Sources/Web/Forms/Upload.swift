/// A file that came with a form: as hostile as any other field.
public struct Upload: Sendable {
    /// What it was called on the sender's machine: without folders, control characters and characters that turn the direction of text.
    public let name: String
    /// What is in it.
    public let bytes: [UInt8]

    /// A file. Whatever stands before the last slash or backslash of `name` is dropped, and a long name is cut.
    public init(name: String, bytes: [UInt8]) {
        let last = name.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last
        let plain = last?.filter { !$0.isControl && !$0.isLineBreak } ?? []
        self.name = String(String.UnicodeScalarView(plain.prefix(120)))
        self.bytes = bytes
    }

    /// What it is, by its first bytes; what the sender says about it counts for nothing. Nil if it is nothing that is known here.
    public var kind: FileKind? { FileKind(bytes) }
}
