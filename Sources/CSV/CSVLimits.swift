/// How much of a file a reader takes before it refuses the rest: a file of a stranger must not fill the memory.
public struct CSVLimits: Sendable, Hashable {
    /// The longest cell, in bytes.
    public let cell: Int
    /// The most cells in a row.
    public let columns: Int
    /// The most rows, the header among them; blank lines do not count.
    public let rows: Int

    /// Limits, each at least one.
    public init(cell: Int = 20_000, columns: Int = 200, rows: Int = 200_000) {
        precondition(cell > 0 && columns > 0 && rows > 0, "a limit is at least one")
        self.cell = cell
        self.columns = columns
        self.rows = rows
    }
}
