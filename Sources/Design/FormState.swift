/// A form as it is shown: what was typed before, and what is wrong with it.
public struct FormState: Sendable, Hashable {
    /// What was typed, by field.
    public var values: [String: String]
    /// What is wrong, in the reader's words, by field, in the order of the form.
    public var problems: [Problem]

    /// What is wrong with a field.
    public struct Problem: Sendable, Hashable {
        /// The field's name.
        public let field: String
        /// What the field is called on the form, for the list on top; nil where the words say it themselves.
        public let label: String?
        /// What is wrong and what to do.
        public let words: String

        /// A problem with a field.
        public init(field: String, label: String? = nil, words: String) {
            self.field = field
            self.label = label
            self.words = words
        }
    }

    /// A form with these values and problems; empty without.
    public init(values: [String: String] = [:], problems: [Problem] = []) {
        self.values = values
        self.problems = problems
    }

    func problem(_ field: String) -> String? {
        problems.first { $0.field == field }?.words
    }
}
