public import Text
public import Web

extension FormState {
    /// A form as it was sent, with what is wrong in the reader's words. The labels of its fields are the catalogue's `{room}.field.{name}`, where
    /// there are such.
    public init(_ check: FormCheck, _ room: String, _ t: Translator) {
        let problems = check.problems.map { problem in
            Problem(field: problem.field, label: Self.label(of: problem.field, room, t), words: problem.words(t))
        }
        self.init(values: check.values, problems: problems)
    }

    /// What a field is called on the form. One that is there once a language, `name-fr`, is called as `name` is, and by the language.
    static func label(of field: String, _ room: String, _ t: Translator) -> String? {
        let key = "\(room).field.\(field)"
        if t.has(key) { return t(key) }
        guard let language = Language.interface.first(where: { field.hasSuffix("-\($0.code)") }) else { return nil }
        let shared = String(key.dropLast(language.code.count + 1))
        return t.has(shared) ? "\(t(shared)) · \(language.ownName)" : nil
    }
}
