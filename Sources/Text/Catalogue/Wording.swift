/// What one key says in one language: a sentence, or one for each plural form.
struct Wording: Sendable {
    private let rule: PluralRule
    private let sentence: Template
    private let counted: [PluralForm: Template]

    /// One sentence, whatever the number.
    init(_ sentence: Template, rule: PluralRule) {
        self.rule = rule
        self.sentence = sentence
        self.counted = [:]
    }

    /// Sentences that depend on a number. A form that is missing is served by `other`. A `zero` that the language would not ask for
    /// still serves 0 ("No signature yet"), as on Apple's systems.
    init(other: Template, counted: [PluralForm: Template], rule: PluralRule) {
        self.rule = rule
        self.sentence = other
        self.counted = counted
    }

    /// The sentence for a number, or for no number.
    func template(for number: @autoclosure () -> Int?) -> Template {
        guard !counted.isEmpty, let number = number() else { return sentence }
        if number == 0, let zero = counted[.zero] { return zero }
        return counted[rule.form(number)] ?? sentence
    }

    /// The arguments that any of its sentences has places for.
    var places: Set<Int> {
        counted.values.reduce(into: sentence.places) { $0.formUnion($1.places) }
    }
}
