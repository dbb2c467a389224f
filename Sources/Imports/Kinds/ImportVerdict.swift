public import Web

/// What becomes of a line, as far as can be said before it is carried out.
public struct ImportVerdict: Sendable {
    /// What becomes of it.
    public let outcome: ImportLine.Outcome
    /// Why, or what else is to be said.
    public let reasons: [FormProblem]
    /// The columns that merging fills.
    public let fills: [String]
    /// The columns that say something else than what is there, which stays.
    public let stays: [String]
    /// The key of what it is, or likely is.
    public let matched: Int64?
    /// The earlier line that it is the same as.
    public let twin: Int?
    /// What is asked, so that an answer holds for the next list.
    public let question: String?

    /// A verdict.
    public init(
        _ outcome: ImportLine.Outcome, reasons: [FormProblem] = [], fills: [String] = [], stays: [String] = [], matched: Int64? = nil,
        twin: Int? = nil, question: String? = nil
    ) {
        self.outcome = outcome
        self.reasons = reasons
        self.fills = fills
        self.stays = stays
        self.matched = matched
        self.twin = twin
        self.question = question
    }

    /// A line that cannot be.
    public static func refused(_ reasons: [FormProblem]) -> ImportVerdict {
        ImportVerdict(.refused, reasons: reasons)
    }
}

/// A line that is to be carried out, and what was shown for it.
public struct ImportPlan: Sendable {
    /// The line.
    public let record: ImportRecord
    /// What was shown, a person's choice taken in: created or merged.
    public let outcome: ImportLine.Outcome
    /// What it is to be merged into, if that was there already.
    public let matched: Int64?
    /// Whether a person chose so where it likely was the same.
    public let isChosen: Bool

    /// A planned line.
    public init(_ record: ImportRecord, _ outcome: ImportLine.Outcome, matched: Int64?, isChosen: Bool) {
        self.record = record
        self.outcome = outcome
        self.matched = matched
        self.isChosen = isChosen
    }
}

/// What carrying a line out did.
public struct ImportDeed: Sendable {
    /// The line.
    public let number: Int
    /// What became of it.
    public let outcome: ImportLine.Outcome
    /// Why, where it is not what was shown.
    public let reason: FormProblem?
    /// The columns that were filled.
    public let fills: [String]
    /// The key of what it made, or was merged into.
    public let made: Int64?
    /// How that is now, for taking it back: read by its kind alone.
    public let mark: String

    /// A deed.
    public init(
        _ number: Int, _ outcome: ImportLine.Outcome, reason: FormProblem? = nil, fills: [String] = [], made: Int64? = nil,
        mark: String = ""
    ) {
        self.number = number
        self.outcome = outcome
        self.reason = reason
        self.fills = fills
        self.made = made
        self.mark = mark
    }

    /// A line that would have become something else than what was shown: others were at work meanwhile.
    public static func overtaken(_ number: Int) -> ImportDeed {
        ImportDeed(number, .refused, reason: FormProblem(field: "", key: "imports.line.overtaken"))
    }
}

/// What taking a line back did.
public struct ImportReversal: Sendable {
    /// The line.
    public let number: Int
    /// Whether it is as before.
    public let undoing: ImportLine.Undoing
    /// What stays, and why.
    public let reason: FormProblem?

    /// A reversal.
    public init(_ number: Int, _ undoing: ImportLine.Undoing, reason: FormProblem? = nil) {
        self.number = number
        self.undoing = undoing
        self.reason = reason
    }
}
