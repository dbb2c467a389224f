internal import Storage

/// How many lines of a list have an outcome and are as far.
struct ImportTally: Sendable {
    let outcome: ImportLine.Outcome
    let stage: Stage
    let lines: Int

    /// What was done with a line. The raw value comes from a query.
    enum Stage: String, SQLDecodable, CaseIterable {
        /// Nothing yet.
        case ahead
        /// It was carried out.
        case done
        /// It was taken back.
        case undone
    }
}
