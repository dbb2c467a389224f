internal import People
internal import Storage
internal import Text

/// Everything that the page of a list shows, read in one snapshot.
struct ImportView: Sendable {
    let one: Import
    let kind: any ImportKind
    let counts: [ImportLine.Outcome: Int]
    /// What can be carried out, and what can be taken back.
    let planned: Int
    let reversible: Int
    let reversals: (undone: Int, kept: Int)
    /// What is being looked at: the lines with this outcome, or all.
    let outcome: ImportLine.Outcome?
    let page: Int
    let lines: [ImportLine]
    /// What is there, beside the lines of this page.
    let subjects: [Int64: ImportSubject]
    /// The list with the same bytes that was carried out before.
    let before: Import?
    let broughtBy: String?

    static let pageSize = 50

    var shown: Int { outcome.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +) }
    var lastPage: Int { max(1, (shown + Self.pageSize - 1) / Self.pageSize) }

    static func read(
        _ one: Import, _ kind: any ImportKind, _ outcome: ImportLine.Outcome?, page: Int, _ t: Translator, on db: any Reader
    ) throws -> ImportView {
        let lines = try ImportStore.lines(of: one.id, outcome, limit: pageSize, offset: (page - 1) * pageSize, on: db)
        let there = lines.flatMap { [$0.made, $0.matched].compactMap { $0 } }
        return ImportView(
            one: one, kind: kind, counts: try ImportStore.counts(of: one.id, on: db),
            planned: try ImportStore.countPlanned(of: one.id, on: db), reversible: try ImportStore.countReversible(of: one.id, on: db),
            reversals: try ImportStore.reversals(of: one.id, on: db), outcome: outcome, page: page, lines: lines,
            subjects: try kind.describe(Array(Set(there)), t, on: db), before: try ImportStore.before(one, on: db),
            broughtBy: try one.person.flatMap { try PersonStore.find($0, on: db)?.name })
    }
}
