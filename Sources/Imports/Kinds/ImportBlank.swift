/// A column that holds the same on every line of many a list, so that lists leave it out: the form asks for it.
public struct ImportBlank: Sendable {
    /// The column.
    public let column: String
    /// What the form asks.
    public let label: String
    /// What can be chosen; the words go into the cells.
    public let options: [(value: String, words: String)]

    /// A column with what can be chosen for it.
    public init(column: String, label: String, options: [(value: String, words: String)]) {
        self.column = column
        self.label = label
        self.options = options
    }
}
