public import Text
public import Web

/// What is wrong with a line: all of it.
public struct ImportRefusal: Error {
    /// In the order of the line's columns.
    public let problems: [FormProblem]

    /// A refusal for these problems.
    public init(_ problems: [FormProblem]) {
        self.problems = problems
    }

    /// A refusal for one problem of a column.
    public init(_ field: String, _ key: String, _ arguments: [CatalogueValue] = []) {
        self.init([FormProblem(field: field, key: key, arguments: arguments)])
    }
}
