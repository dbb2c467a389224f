public import Text
public import Time

/// Reads the fields of a form one by one, giving typed values and collecting what is wrong, in the order of the form.
/// A reading that gives nil has either found a problem or an empty field that need not be filled in.
///
///     var check = FormCheck(try await visit.form())
///     let name = check.line("name", required: true, max: 100, rules: [.noAddress])
///     guard check.isClean, let name else { … show the form again with check.values and check.problems … }
public struct FormCheck: Sendable {
    /// What was sent.
    public let fields: Fields
    /// What is wrong, at most one problem a field.
    public private(set) var problems: [FormProblem] = []

    /// Begins to read a form.
    public init(_ fields: Fields) {
        self.fields = fields
    }

    /// Whether nothing is wrong so far.
    public var isClean: Bool { problems.isEmpty }

    /// What was typed, by field, to show the form again.
    public var values: [String: String] { fields.values }

    /// Notes a problem; a field that has one already keeps the first.
    public mutating func fail(_ field: String, _ key: String, _ arguments: [CatalogueValue] = []) {
        guard !problems.contains(where: { $0.field == field }) else { return }
        problems.append(FormProblem(field: field, key: key, arguments: arguments))
    }

    /// One line: without the white space around it, without control characters and without characters that turn the direction of text;
    /// at most `max` unicode scalars.
    public mutating func line(_ name: String, required: Bool = false, max: Int = 200, rules: [LineRule] = []) -> String? {
        guard let value = single(name, required: required) else { return nil }
        guard !value.unicodeScalars.contains(where: { $0.isControl || $0.isLineBreak }) else { return refuse(name, "form.problem.control") }
        return measured(value, name, max, rules)
    }

    /// Several lines, ended by LF however they were sent; otherwise as `line`, and tabs may stand in it.
    public mutating func text(_ name: String, required: Bool = false, max: Int = 5000, rules: [LineRule] = []) -> String? {
        guard let typed = single(name, required: required) else { return nil }
        let value = typed.withPlainLineEnds
        guard !value.unicodeScalars.contains(where: { $0.isControl && $0 != "\n" && $0 != "\t" }) else {
            return refuse(name, "form.problem.control")
        }
        return measured(value, name, max, rules)
    }

    /// A password, exactly as it was typed, of `min` to 200 unicode scalars.
    public mutating func secret(_ name: String, min: Int) -> String? {
        let sent = fields.all(name)
        guard sent.count < 2 else { return refuse(name, "form.problem.doubled") }
        guard let value = sent.first, !value.isEmpty else { return refuse(name, "form.problem.required") }
        let length = value.unicodeScalars.count
        guard length >= min else { return refuse(name, "form.problem.tooShort", [.number(min)]) }
        return length <= 200 ? value : refuse(name, "form.problem.tooLong", [.number(200)])
    }

    /// A mail address (`MailboxSyntax`), without the white space around it and otherwise as typed.
    public mutating func mailbox(_ name: String, required: Bool = false) -> String? {
        guard let value = single(name, required: required) else { return nil }
        return MailboxSyntax.accepts(value) ? value : refuse(name, "form.problem.mailbox")
    }

    /// One of these values, compared by bytes.
    public mutating func choice(_ name: String, among values: some Sequence<String>, required: Bool = false) -> String? {
        guard let value = single(name, required: required) else { return nil }
        return values.contains { $0.utf8.elementsEqual(value.utf8) } ? value : refuse(name, "form.problem.choice")
    }

    /// The value that a choice stands for: nil from `make` is a problem.
    public mutating func choice<Value>(_ name: String, required: Bool = false, as make: (String) -> Value?) -> Value? {
        guard let value = single(name, required: required) else { return nil }
        guard let made = make(value) else {
            fail(name, "form.problem.choice")
            return nil
        }
        return made
    }

    /// A day as a date field sends it, "2026-01-15", not before 1800.
    public mutating func day(_ name: String, required: Bool = false) -> CivilDay? {
        guard let value = single(name, required: required) else { return nil }
        guard let day = CivilDay(value), day.description.utf8.lexicographicallyPrecedes("1800".utf8) == false else {
            fail(name, "form.problem.day")
            return nil
        }
        return day
    }

    /// Several of these values, each once: the one reading for which a field may come more than once.
    public mutating func choices(_ name: String, among values: some Sequence<String>) -> [String] {
        let allowed = Set(values)
        var chosen: [String] = []
        for value in fields.all(name) where !chosen.contains(value) {
            guard allowed.contains(value) else {
                fail(name, "form.problem.choice")
                return []
            }
            chosen.append(value)
        }
        return chosen
    }

    /// Whether a box is ticked: it was sent with a value that browsers send for one. A consent is never read out of anything else.
    public mutating func flag(_ name: String) -> Bool {
        guard let value = single(name, required: false) else { return false }
        return ["yes", "on", "true", "1"].contains(value)
    }

    /// A whole number within bounds.
    public mutating func number(_ name: String, required: Bool = false, in range: ClosedRange<Int> = 0...1_000_000_000) -> Int? {
        guard let value = single(name, required: required) else { return nil }
        guard let number = Int(value), value.utf8.first != UInt8(ascii: "+") else {
            fail(name, "form.problem.number")
            return nil
        }
        guard range.contains(number) else {
            fail(name, "form.problem.range", [.number(range.lowerBound), .number(range.upperBound)])
            return nil
        }
        return number
    }

    /// A file of one of these kinds, of at most `max` bytes; nil if none was chosen or something is wrong.
    public mutating func file(_ name: String, required: Bool = false, kinds: [FileKind], max: Int) -> Upload? {
        let sent = fields.uploads.filter { $0.name.utf8.elementsEqual(name.utf8) }.map(\.upload)
        guard let upload = sent.first else {
            if required { fail(name, "form.problem.file") }
            return nil
        }
        if sent.count > 1 {
            fail(name, "form.problem.doubled")
        } else if upload.bytes.isEmpty {
            fail(name, "form.problem.fileEmpty")
        } else if upload.bytes.count > max {
            let isSmall = max < 1_000_000
            fail(name, isSmall ? "form.problem.fileTooHeavy" : "form.problem.fileTooLarge", [.number(max / (isSmall ? 1000 : 1_000_000))])
        } else if !kinds.contains(where: { $0 == upload.kind }) {
            fail(name, "form.problem.fileKind", [.words(FileKind.names(kinds))])
        } else if upload.kind?.isWhole(upload.bytes) == false {
            fail(name, "form.problem.fileDamaged")
        }
        return problems.contains { $0.field == name } ? nil : upload
    }

    /// The trimmed value of a field that came once; nil if it is empty or did not come.
    private mutating func single(_ name: String, required: Bool) -> String? {
        let sent = fields.all(name)
        guard sent.count < 2 else { return refuse(name, "form.problem.doubled") }
        let value = (sent.first ?? "").trimmed
        guard value.isEmpty else { return value }
        return required ? refuse(name, "form.problem.required") : nil
    }

    private mutating func measured(_ value: String, _ name: String, _ max: Int, _ rules: [LineRule]) -> String? {
        guard value.unicodeScalars.count <= max else { return refuse(name, "form.problem.tooLong", [.number(max)]) }
        for rule in rules where !rule.accepts(value) { return refuse(name, rule.key) }
        return value
    }

    private mutating func refuse(_ name: String, _ key: String, _ arguments: [CatalogueValue] = []) -> String? {
        fail(name, key, arguments)
        return nil
    }
}
