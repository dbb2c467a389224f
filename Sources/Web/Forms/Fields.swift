/// What a form sent: names and values as typed, in order, and the files that came along.
public struct Fields: Sendable {
    /// The pairs in the order sent; a name may come more than once.
    public let pairs: [(name: String, value: String)]

    /// Files, in the order sent.
    public let uploads: [(name: String, upload: Upload)]

    /// Fields with these values and files.
    public init(_ pairs: [(name: String, value: String)] = [], uploads: [(name: String, upload: Upload)] = []) {
        self.pairs = pairs
        self.uploads = uploads
    }

    /// The first value of a field; nil if it was not sent.
    public subscript(_ name: String) -> String? {
        pairs.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }

    /// Every value of a field, in the order sent.
    public func all(_ name: String) -> [String] {
        pairs.filter { $0.name.utf8.elementsEqual(name.utf8) }.map(\.value)
    }

    /// The first value of every field, as typed, to show the form again.
    public var values: [String: String] {
        Dictionary(pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}
