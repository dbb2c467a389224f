internal import People
internal import Storage
internal import Text

/// Everything that the page of a list shows, read in one snapshot.
struct ImportView: Sendable {
    let one: Import
    let kind: any ImportKind
    let counts: [ImportLine.Outcome: Int]
    /// The same, by what was done with them.
    let tally: [ImportTally]
    /// How many lines were not judged: of a list that stopped while it was read, those after that.
    let unjudged: Int
    /// What can be carried out, and what can be taken back.
    let planned: Int
    let reversible: Int
    let reversals: (undone: Int, kept: Int)
    /// What stayed when it was taken back: the first lines, and whether trying once more would do anything.
    let kept: [ImportLine]
    let canUndoKept: Bool
    /// What is being looked at: the lines with this outcome, or all.
    let outcome: ImportLine.Outcome?
    let page: Int
    let lines: [ImportLine]
    /// The lines of this page that likely are something that is there, by number, in the words of `subjects`.
    let told: [Int: [String: String]]
    /// What is there, beside the lines of this page.
    let subjects: [Int64: ImportSubject]
    /// The list with the same bytes that was carried out before.
    let before: Import?
    let broughtBy: String?

    static let pageSize = 50
    /// How many of those that stayed are looked at.
    private static let keptLimit = 50

    var shown: Int { outcome.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +) }
    var lastPage: Int { max(1, (shown + Self.pageSize - 1) / Self.pageSize) }

    /// Whether nothing was done with it, so that lines say what would happen.
    var isAhead: Bool { one.isAhead || (one.state == .failed && unjudged > 0) }
    /// The headings of columns that are passed over.
    var passedOver: [String] { zip(one.header, one.columns).compactMap { $1 == nil && !$0.allSatisfy(\.isWhitespace) ? $0 : nil } }

    static func read(
        _ one: Import, _ kind: any ImportKind, _ outcome: ImportLine.Outcome?, page: Int, _ t: Translator, on db: any Reader
    ) throws -> ImportView {
        let lines = try ImportStore.lines(of: one.id, outcome, limit: pageSize, offset: (page - 1) * pageSize, on: db)
        let kept = one.state == .undone ? try ImportStore.kept(of: one.id, limit: keptLimit, on: db) : []
        let there = (lines + kept).flatMap { [$0.made, $0.matched].compactMap { $0 } }
        let likely = lines.filter { $0.outcome == .likely && !$0.isCarriedOut }.map { $0.record(of: one) }
        let told = try likely.isEmpty ? [] : kind.tell(likely, of: one, t, on: db)
        return ImportView(
            one: one, kind: kind, counts: try ImportStore.counts(of: one.id, on: db), tally: try ImportStore.tally(of: one.id, on: db),
            unjudged: try ImportStore.countUnjudged(of: one.id, on: db),
            planned: try ImportStore.countPlanned(of: one.id, on: db), reversible: try ImportStore.countReversible(of: one.id, on: db),
            reversals: try ImportStore.reversals(of: one.id, on: db), kept: kept,
            canUndoKept: try !kept.isEmpty && kind.canUndo(kept, of: one, on: db), outcome: outcome, page: page, lines: lines,
            told: Dictionary(zip(likely.map(\.number), told), uniquingKeysWith: { first, _ in first }),
            subjects: try kind.describe(Array(Set(there)), t, on: db), before: try ImportStore.before(one, on: db),
            broughtBy: try one.person.flatMap { try PersonStore.find($0, on: db)?.name })
    }
}
