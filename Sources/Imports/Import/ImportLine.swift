public import Storage
public import Web

/// A line of a list: what came, what becomes of it, and why.
public struct ImportLine: Sendable, Identifiable {
    /// The line of the file, counted as an editor does.
    public let number: Int
    /// The cells as they came; nil once they are erased.
    public let cells: [String]?
    /// What becomes of it; nil while it was not judged.
    public let outcome: Outcome?
    /// Why it is refused, or what else is to be said.
    public let reasons: [FormProblem]
    /// The columns that merging fills.
    public let fills: [String]
    /// The columns that say something else than what is there, which stays.
    public let stays: [String]
    /// The key of what it is the same as, or likely is.
    public let matched: Int64?
    /// The earlier line of the file that it is the same as.
    public let twin: Int?
    /// What was asked about it, for the next list.
    public let question: String?
    /// What a person chose where it likely is the same.
    public let choice: Choice?
    /// The key of what it made, or was merged into.
    public let made: Int64?
    /// How that was then, for taking it back.
    public let mark: String
    /// Whether it was carried out.
    public let isCarriedOut: Bool
    /// What taking it back did.
    public let undoing: Undoing?

    /// The number.
    public var id: Int { number }

    /// What becomes of a line, or became of it. The raw value is stored.
    public enum Outcome: String, Sendable, CaseIterable, SQLEncodable, SQLDecodable {
        /// Something new is entered.
        case created
        /// It fills what is empty in something that is there.
        case merged
        /// It says nothing new.
        case unchanged
        /// It likely is something that is there: a person chooses.
        case likely
        /// It cannot be, and reasons say why.
        case refused

        /// Whether carrying it out does something.
        var isDeed: Bool { self == .created || self == .merged }
    }

    /// What a person chooses for a line that likely is the same as something.
    public enum Choice: String, Sendable, CaseIterable, SQLEncodable, SQLDecodable {
        /// It is the same.
        case merge
        /// It is another.
        case create
        /// Neither.
        case leave
    }

    /// What taking a line back did. The raw value is stored.
    public enum Undoing: String, Sendable, SQLEncodable, SQLDecodable {
        /// It is as before.
        case undone
        /// People changed it since: it stays.
        case kept
    }
}
