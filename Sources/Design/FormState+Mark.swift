public import HTML
public import Text
internal import Web

extension FormState {
    /// A form of stored values, with the mark of what it is made from.
    public func marked() -> FormState {
        marked(by: self)
    }

    /// What was typed, on what is stored now: sent once more, it replaces what its sender has seen by then.
    public func marked(by stored: FormState) -> FormState {
        var state = self
        state.values[FormMark.field] = FormMark(stored.values).text
        return state
    }

    /// What is stored otherwise than it was typed, in this order of fields, under the labels that they have in that room.
    public func differences(from typed: FormState, in fields: [String], _ room: String, _ t: Translator) -> [(label: String, words: String)]
    {
        differing(from: typed, in: fields).map { (Self.label(of: $0, room, t) ?? $0, values[$0] ?? "") }
    }

    /// Those of these fields that are stored otherwise than they were typed.
    public func differing(from typed: FormState, in fields: [String]) -> [String] {
        fields.filter { values[$0] ?? "" != (typed.values[$0] ?? "").replacing("\r\n", with: "\n") }
    }
}

extension FormPieces {
    /// The mark of what the form was made from.
    public func mark() -> HTML { hidden(FormMark.field) }
}
