public import Text
public import Web

extension FormState {
    /// A form as it was sent, with what is wrong in the reader's words. The labels of its fields are the catalogue's `{room}.field.{name}`, where
    /// there are such.
    public init(_ check: FormCheck, _ room: String, _ t: Translator) {
        let problems = check.problems.map { problem in
            let label = "\(room).field.\(problem.field)"
            return Problem(field: problem.field, label: t.has(label) ? t(label) : nil, words: problem.words(t))
        }
        self.init(values: check.values, problems: problems)
    }
}
