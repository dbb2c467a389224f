public import HTML
public import People
public import Storage
public import Text
public import Time
public import Web

/// Something that can be brought in as a list. Whoever owns the noun provides it; the program puts them together.
public protocol ImportKind: Sendable {
    /// What it is called in addresses, in the table and in the log: `organisations`.
    var name: String { get }
    /// The key of its heading.
    var title: String { get }
    /// The key of a sentence about what the list should hold.
    var lead: String { get }
    /// Who may bring such a list, besides administrators.
    var role: Role { get }
    /// The columns it knows.
    var columns: [ImportColumn] { get }

    /// Whether lines can be judged by these columns.
    func isEnough(_ columns: Set<String>) -> Bool
    /// What a list of this kind belongs to, to choose from; nil if to nothing.
    func subjects(_ t: Translator, on db: any Reader) throws -> [(id: Int64, words: String)]?
    /// Somebody who judges the lines of one list, knowing what is there now.
    func judge(_ import: Import, on db: any Reader) throws -> any ImportJudge
    /// Takes lines back, the last first, and answers for each; what people changed since stays. Part of the write that notes it.
    func undo(_ lines: [ImportLine], of import: Import, at now: Instant, on db: any Writer) throws -> [ImportReversal]
    /// Whether taking these lines back once more, which stayed the last time, would do anything now.
    func canUndo(_ lines: [ImportLine], of import: Import, on db: any Reader) throws -> Bool
    /// What is there, for showing it beside what comes.
    func describe(_ ids: [Int64], _ t: Translator, on db: any Reader) throws -> [Int64: ImportSubject]
    /// Lines in the words and columns in which `describe` says what is there.
    func tell(_ lines: [ImportRecord], of import: Import, _ t: Translator, on db: any Reader) throws -> [[String: String]]
    /// A column that the form can fill where lines leave it empty; nil for none.
    func blank(_ t: Translator) -> ImportBlank?
    /// A reason in the reader's words.
    func explain(_ reason: FormProblem, _ t: Translator) -> String
    /// What helps with the reasons of all lines of a page, said once above them.
    func guidance(_ reasons: [FormProblem], _ t: Translator) -> [String]
}

extension ImportKind {
    /// Whether every column is known that nothing can be made without.
    public func isEnough(_ columns: Set<String>) -> Bool {
        columns.isSuperset(of: self.columns.filter(\.isRequired).map(\.name))
    }

    /// Lists that belong to nothing.
    public func subjects(_ t: Translator, on db: any Reader) throws -> [(id: Int64, words: String)]? { nil }

    /// The cells as they came.
    public func tell(_ lines: [ImportRecord], of import: Import, _ t: Translator, on db: any Reader) throws -> [[String: String]] {
        lines.map(\.told)
    }

    /// None.
    public func blank(_ t: Translator) -> ImportBlank? { nil }

    /// Nothing more than the words of each line.
    public func guidance(_ reasons: [FormProblem], _ t: Translator) -> [String] { [] }

    /// The words of the catalogue.
    public func explain(_ reason: FormProblem, _ t: Translator) -> String { reason.words(t) }

    /// The column with that name.
    func column(_ name: String) -> ImportColumn? { columns.first { $0.name == name } }
}

/// Judges the lines of one list in their order, and carries them out. It remembers earlier lines, so that a list does not bring the same
/// thing twice.
public protocol ImportJudge: Sendable {
    /// What becomes of these lines, one verdict each.
    mutating func judge(_ lines: [ImportRecord], on db: any Reader) throws -> [ImportVerdict]
    /// Carries out what was planned for these lines, one deed each, judging them again: a line that would become something else by now is refused.
    mutating func carryOut(_ lines: [ImportPlan], at now: Instant, on db: any Writer) throws -> [ImportDeed]
}

/// What is there, beside a line that is or may be the same.
public struct ImportSubject: Sendable {
    /// What it is called.
    public let title: String
    /// Its page on the desk, if it has one.
    public let address: URLPath?
    /// What is known, by the names of columns.
    public let values: [String: String]
    /// What else is known, shown only beside a cell that says something about it.
    public let beside: [String: String]

    /// Something that is there.
    public init(title: String, address: URLPath?, values: [String: String] = [:], beside: [String: String] = [:]) {
        self.title = title
        self.address = address
        self.values = values
        self.beside = beside
    }
}
