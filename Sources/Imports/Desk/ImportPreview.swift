internal import Design
internal import Foundation
internal import HTML
internal import Moderation
internal import Text
internal import Web

/// The page of one list: what would happen, how far it is, what happened.
struct ImportPreview {
    let view: ImportView
    let state: FormState
    let zone: TimeZone
    let t: Translator

    /// How many of those that stayed are named; the lines below show all.
    private static let namedKept = 12

    private var one: Import { view.one }
    private var address: URLPath { ImportRoutes.show.path(t.language, one.id) }

    func draw(_ desk: DeskPage) -> Page {
        let body = before + stage + (one.state == .columns ? .empty : tally + lines + columns)
        return desk.draw(
            section: ImportRoutes.section, title: ImportPieces.name(one, view.kind, t), lead: brought,
            back: (ImportRoutes.index.path(t.language), t("imports.title")), body, state: state,
            address: { ImportRoutes.show.path($0, one.id) })
    }

    private var brought: String {
        let when = t.dayAndTime(one.createdAt, in: zone)
        return view.broughtBy.map { t("imports.brought", $0, when) } ?? when
    }

    /// The same bytes came before.
    private var before: HTML {
        guard one.isAhead, let before = view.before else { return .empty }
        let link: HTML = "<a href=\"\(ImportRoutes.show.path(t.language, before.id))\">\(t.dayAndTime(before.createdAt, in: zone))</a>"
        return Pieces.notice(.plain, title: t("imports.before"), "<p>\(t.html("imports.before.words", link))</p>")
    }

    /// Where it stands, and what can be done now.
    private var stage: HTML {
        switch one.state {
        case .columns: Pieces.notice(.plain, title: t("imports.unknown"), "<p>\(t("imports.unknown.words"))</p>") + columnForm + discard
        case .reading, .running, .undoing: progress
        case .previewed: preview
        case .done: Pieces.notice(.good, title: t("imports.done"), .empty) + undo
        case .undone where view.reversals.kept > 0: exceptKept + (view.canUndoKept ? undo : .empty)
        case .undone: Pieces.notice(.good, title: t("imports.undone"), "<p>\(t("imports.undone.words", view.reversals.undone))</p>")
        case .failed where view.unjudged > 0:
            Pieces.notice(.bad, title: t("imports.failed"), "<p>\(t("imports.failed.reading"))</p>") + readAgain + discard
        case .failed: Pieces.notice(.bad, title: t("imports.failed"), "<p>\(t("imports.failed.words"))</p>") + carryOut + undo
        case .discarded: Pieces.notice(.plain, title: t("imports.discarded"), .empty)
        }
    }

    /// What stayed is named, with where it can be mended by hand.
    private var exceptKept: HTML {
        let keys = view.kept.compactMap { $0.made ?? $0.matched }
        let subjects = keys.enumerated().filter { !keys[..<$0.offset].contains($0.element) }.compactMap { view.subjects[$0.element] }
        let links = subjects.prefix(Self.namedKept).map { subject -> HTML in
            let title = HTML(text: subject.title)
            return "<li>\(subject.address.map { "<a href=\"\($0)\">\(title)</a>" } ?? title)</li>"
        }
        let byHand: HTML = view.canUndoKept ? .empty : "<p>\(t("imports.kept.byHand"))</p>"
        return Pieces.notice(
            .plain, title: t("imports.undone.except", view.reversals.kept),
            """
            <p>\(t("imports.undone.words", view.reversals.undone)) \(t("imports.kept.words", view.reversals.kept))</p>\(byHand)\(links.isEmpty ? .empty : "<ul>\(links)</ul>" as HTML)
            """)
    }

    private var progress: HTML {
        """
        <div class="goal"><p><strong>\(t("imports.state.\(one.state.rawValue)"))</strong></p>
        <progress value="\(one.progress)" max="\(max(one.goal, 1))" aria-label="\(t("imports.state.\(one.state.rawValue)"))"></progress>
        <p>\(t("imports.progress", t.number(one.progress), t.number(one.goal)))</p></div>
        <p><a class="button" href="\(address)">\(t("imports.again"))</a></p>
        """
    }

    private var preview: HTML {
        let undecided = (view.counts[.likely] ?? 0)
        let words: HTML = undecided > 0 ? "<p>\(t("imports.undecided", undecided))</p>" : .empty
        let none: HTML = view.planned == 0 ? "<p class=\"notice\">\(t("imports.nothing"))</p>" : .empty
        return passedOver + words + none + carryOut + discard
    }

    /// What of the file is not taken in: whoever hid an organisation in a column of their own must learn that nobody read it.
    private var passedOver: HTML {
        guard !view.passedOver.isEmpty else { return .empty }
        return Pieces.notice(.plain, title: t("imports.passedOver", t.list(view.passedOver)), "<p>\(t("imports.passedOver.words"))</p>")
    }

    /// The same columns once more.
    private var readAgain: HTML {
        let fields = one.columns.enumerated().map { index, name -> HTML in
            "<input type=\"hidden\" name=\"\(ImportForm.column(index))\" value=\"\(name ?? "")\">"
        }
        return """
            <form method="post" action="\(ImportRoutes.columns.path(t.language, one.id))"><p>\(fields)<button class="button go">\(t("imports.readAgain"))</button></p></form>
            """
    }

    private var carryOut: HTML {
        guard view.planned > 0 else { return .empty }
        return """
            <form method="post" action="\(ImportRoutes.execution.path(t.language, one.id))"><p><button class="button go">\(t("imports.carryOut", view.planned))</button></p></form>
            """
    }

    private var undo: HTML {
        guard view.reversible > 0 else { return .empty }
        return """
            <p>\(t("imports.undo.words"))</p>
            <form method="post" action="\(ImportRoutes.reversal.path(t.language, one.id))"><p><button class="button">\(t("imports.undo", view.reversible))</button></p></form>
            """
    }

    private var discard: HTML {
        """
        <form method="post" action="\(ImportRoutes.removal.path(t.language, one.id))"><p><button class="button">\(t("imports.discard"))</button></p></form>
        """
    }

    /// How many lines there are of each outcome; each leads to them.
    private var tally: HTML {
        let rows = ImportLine.Outcome.allCases.flatMap { outcome in
            let parts = view.tally.filter { $0.outcome == outcome && $0.lines > 0 }
            // How far a line is matters only where something is done for it.
            guard outcome.isDeed else {
                return parts.isEmpty ? [] : [row(outcome, word(outcome), parts.reduce(0) { $0 + $1.lines })]
            }
            return ImportTally.Stage.allCases.compactMap { stage in
                parts.first { $0.stage == stage }.map { row(outcome, word(outcome, stage), $0.lines) }
            }
        }
        return rows.isEmpty ? .empty : "<h2>\(t("imports.tally"))</h2>" + Pieces.tally(rows, t)
    }

    private func row(_ outcome: ImportLine.Outcome, _ words: String, _ lines: Int) -> Pieces.TallyRow {
        Pieces.TallyRow(
            words: words, number: lines, path: address.adding(query: [("show", outcome.rawValue)]), isChosen: view.outcome == outcome,
            isBeneath: false)
    }

    /// What lines of an outcome are called that are as far: while a list is carried out, some wait and some are done.
    private func word(_ outcome: ImportLine.Outcome, _ stage: ImportTally.Stage) -> String {
        let isDone = outcome.isDeed ? stage != .ahead : !view.isAhead
        let word = ImportPieces.word(outcome, isDone: isDone, t)
        return stage == .undone ? t("design.problem", word, t("imports.undoing.undone")) : word
    }

    /// What an outcome is called on the link that shows all lines again: as far as the first of them.
    private func word(_ outcome: ImportLine.Outcome) -> String {
        let stage = ImportTally.Stage.allCases.first { stage in view.tally.contains { $0.outcome == outcome && $0.stage == stage } }
        return word(outcome, stage ?? .ahead)
    }

    private var lines: HTML {
        guard !view.lines.isEmpty else { return .empty }
        let pieces = FormPieces(isAbout("choice") ? state : choices, t)
        let list: HTML = "<ul class=\"rows\">\(view.lines.map { ImportPieces.line($0, view, pieces, t) })</ul>"
        let asks = one.state == .previewed && view.lines.contains { $0.outcome == .likely }
        let whole: HTML =
            asks
            ? """
            <form method="post" action="\(ImportRoutes.choices.path(t.language, one.id))" novalidate>\(pieces.summary())\(list)<p><button class="button go">\(t("imports.choose"))</button></p></form>
            """
            : list
        let shown: HTML =
            view.outcome.map { outcome in
                "<p class=\"chosen\"><a href=\"\(address)\">\(word(outcome)) ✕</a></p>"
            } ?? .empty
        let guidance = view.kind.guidance(view.lines.flatMap(\.reasons), t).map { words -> HTML in "<p>\(words)</p>" }
        let help: HTML = (view.outcome == .refused ? "<p>\(t("imports.refused.words"))</p>" : .empty) + "\(guidance)"
        return "<h2>\(t("imports.lines", view.shown))</h2>\(shown)\(help)\(whole)"
            + Pieces.pagination(page: view.page, of: view.lastPage, t) { page in
                address.adding(query: (view.outcome.map { [("show", $0.rawValue)] } ?? []) + [("page", "\(page)")])
            }
    }

    /// Whether what was sent and came back is the form with these fields.
    private func isAbout(_ fields: String) -> Bool {
        state.problems.contains { $0.field.hasPrefix(fields) }
    }

    /// What was chosen before.
    private var choices: FormState {
        let chosen = view.lines.compactMap { line in line.choice.map { (ImportForm.choice(line.number), $0.rawValue) } }
        return FormState(values: Dictionary(chosen, uniquingKeysWith: { first, _ in first }))
    }

    /// What the columns hold, for changing it while nothing is done.
    private var columns: HTML {
        guard one.state == .previewed else { return .empty }
        return
            "<details\(attribute: "open", if: isAbout("column"))><summary>\(t("imports.columns.change"))</summary>\(columnForm)</details>"
    }

    private var columnForm: HTML {
        let known = one.columns.enumerated().map { (ImportForm.column($0.offset), $0.element ?? "") }
        let values = Dictionary(known, uniquingKeysWith: { first, _ in first })
        let pieces = FormPieces(isAbout("column") ? state : FormState(values: values), t)
        let options = view.kind.columns.map { (value: $0.name, words: $0.label(t)) }
        let sample = view.lines.first?.cells ?? []
        let fields = one.header.enumerated().map { index, heading in
            pieces.choice(
                ImportForm.column(index), label: heading.isEmpty ? t("imports.column.number", "\(index + 1)") : heading,
                hint: sample.indices.contains(index) && !sample[index].isEmpty ? t("imports.column.sample", sample[index]) : nil,
                autocomplete: "off", required: false, options: options)
        }
        return """
            <form method="post" action="\(ImportRoutes.columns.path(t.language, one.id))" novalidate>\(pieces.summary())\(fields)<p><button class="button">\(t("imports.columns.save"))</button></p></form>
            """
    }
}
