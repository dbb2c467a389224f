internal import Design
internal import Text
internal import Time
internal import Web

/// What a moderator sends to watch for something.
struct BlockForm: Sendable {
    let kind: Block.Kind
    /// At least one, each once, in the form in which they are compared.
    let values: [String]
    let reason: String
    /// The last day on which it holds.
    let until: Instant?

    /// Reads a form. Problems are collected in `check`; with any there is no form.
    static func decode(_ check: inout FormCheck, at now: Instant) -> BlockForm? {
        let kind = check.choice("kind", required: true, as: Block.Kind.init(rawValue:))
        let typed = check.text("values", required: true, max: Block.mostAtOnce * 60)
        let reason = check.line("blockReason", required: true, max: Block.longestReason)
        let until = check.day("until").map { $0.start + .days(1) }
        if let until, until <= now { check.fail("until", "moderation.problem.past") }
        guard let kind, let typed else { return nil }
        let values = values(typed, kind, &check)
        guard check.isClean, let reason else { return nil }
        return BlockForm(kind: kind, values: values, reason: reason, until: until)
    }

    /// One a line.
    private static func values(_ typed: String, _ kind: Block.Kind, _ check: inout FormCheck) -> [String] {
        let lines = typed.split(separator: "\n").map { String($0.drop(while: \.isWhitespace)) }.filter { !$0.isEmpty }
        guard lines.count <= Block.mostAtOnce else {
            check.fail("values", "moderation.problem.manyBlocks", [.number(Block.mostAtOnce)])
            return []
        }
        var values: [String] = []
        for line in lines {
            let bare = String(line.reversed().drop(while: \.isWhitespace).reversed())
            guard bare.unicodeScalars.count <= Block.longestValue, let value = kind.normalised(bare) else {
                check.fail("values", "moderation.problem.\(kind.rawValue)", [.words(String(bare.unicodeScalars.prefix(60)))])
                return []
            }
            if !values.contains(value) { values.append(value) }
        }
        return values
    }
}
