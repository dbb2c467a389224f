public import Text
public import Time

/// A list that somebody of the secretariat brought in from a spreadsheet.
public struct Import: Sendable, Hashable, Identifiable {
    /// The row's key.
    public let id: Int64
    /// What it is a list of: the name of an `ImportKind`.
    public let kind: String
    /// What its lines belong to, where the kind asks for that: the key of a campaign.
    public let subject: Int64?
    /// The language it is read in: names, profiles and people of lines that do not say theirs.
    public let language: Language
    /// What the file was called; empty for lines that were pasted.
    public let fileName: String
    /// What it is known by, to notice that it came before.
    public let digest: String
    /// The first row of the file.
    public let header: [String]
    /// For each column of the file the one of the kind that it holds; nil for one that is passed over.
    public let columns: [String?]
    /// How far it is.
    public let state: State
    /// How many lines the present work has done …
    public let progress: Int
    /// … and how many it has to do.
    public let goal: Int
    /// Who brought it; nil once their account is gone.
    public let person: Int64?
    /// When it was brought.
    public let createdAt: Instant
    /// When it last moved on to another state.
    public let movedAt: Instant
    /// When its cells were erased.
    public let forgottenAt: Instant?

    /// How far an import is. The raw value is stored.
    public enum State: String, Sendable, CaseIterable {
        /// Nothing is known of its columns: a person says what they hold.
        case columns
        /// Its lines are judged.
        case reading
        /// What would happen is shown, and waits for the button.
        case previewed
        /// Its lines are carried out.
        case running
        /// They are.
        case done
        /// It is taken back.
        case undoing
        /// It was.
        case undone
        /// The program could not go on; what was done stands.
        case failed
        /// Nobody wanted it.
        case discarded
    }
}

extension Import {
    /// The largest file, in bytes.
    public static let longestFile = 5_000_000
    /// The most lines below the header.
    public static let mostLines = 50_000
    /// How long cells are kept once it ended, or when nobody touches it.
    public static let cellsKeptFor = Duration.days(30)

    /// Whether work is under way.
    public var isAtWork: Bool { [.reading, .running, .undoing].contains(state) }

    /// What its lines will say about themselves: what would happen, or what did.
    var isAhead: Bool { [.columns, .reading, .previewed, .discarded].contains(state) }
}
